package dev.latchkey.local.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the queues, kept beside a database that is kept on disk: a restart would lose what was taken from the stream
 * and is to be tried again. How often a message was handed out is not kept.
 */
final class QueueFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Path file;
    private final Map<String, Map<String, String>> queues;

    QueueFile(@Nullable Path dataDirectory) {
        this.file = dataDirectory == null ? null : dataDirectory.resolve("queues.json");
        this.queues = file != null && Files.exists(file) ? read(file) : new LinkedHashMap<>();
    }

    /** The bodies of a queue's messages by their ids. */
    synchronized Map<String, String> messages(String queue) {
        return Map.copyOf(queues.getOrDefault(queue, Map.of()));
    }

    synchronized void added(String queue, String id, String body) {
        if (file != null) {
            queues.computeIfAbsent(queue, none -> new LinkedHashMap<>()).put(id, body);
            write(file);
        }
    }

    synchronized void removed(String queue, String id) {
        Map<String, String> messages = queues.get(queue);
        if (file != null && messages != null && messages.remove(id) != null) {
            write(file);
        }
    }

    private void write(Path target) {
        try {
            Path next = target.resolveSibling(target.getFileName() + ".next");
            Files.write(next, JSON.writeValueAsBytes(queues));
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Map<String, Map<String, String>> read(Path file) {
        try {
            return JSON.readValue(
                    Files.readAllBytes(file), new TypeReference<LinkedHashMap<String, Map<String, String>>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
