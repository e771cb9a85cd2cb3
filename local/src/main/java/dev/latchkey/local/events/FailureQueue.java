package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * All failure destinations in one, oldest first: what was given up, and which queue of the template it would lie in.
 */
public final class FailureQueue {
    private final List<ObjectNode> messages = new CopyOnWriteArrayList<>();

    public List<ObjectNode> messages() {
        return List.copyOf(messages);
    }

    /**
     * Without a destination the cloud drops the message; here it is kept with a null, so that a developer can see it.
     */
    void add(@Nullable String destination, ObjectNode message) {
        messages.add(message.put("destination", destination));
    }
}
