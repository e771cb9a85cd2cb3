package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.template.SamTemplate;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * The event bus, whose rules put events into queues. Unlike the cloud's it waits until an event has been taken
 * in or given up, or has failed for some time, so that whoever put it there knows when to look. What the bus itself adds to
 * an event (id, time, account, region) is added where it is missing.
 */
public final class Bus {
    private record Target(EventPattern pattern, LocalQueue queue) {}

    private final List<Target> targets;
    private final QueueDriver queues;
    private final Clock clock;

    public Bus(SamTemplate template, QueueDriver queues, Clock clock) {
        this.targets = template.rules().stream()
                .map(rule -> new Target(new EventPattern(rule.pattern()), queues.queue(rule.queue())))
                .toList();
        this.queues = queues;
        this.clock = clock;
    }

    public Outcome put(ObjectNode given) throws InterruptedException {
        ObjectNode event = completed(given);
        Outcome outcome = new Outcome.Unwanted();
        for (Target target : targets) {
            if (target.pattern().matches(event)) {
                Outcome one = queues.put(target.queue(), event.toString());
                outcome = outcome instanceof Outcome.GivenUp ? outcome : one;
            }
        }
        return outcome;
    }

    /** Forgets the events that failed and wait in queues to come again. */
    public void purge() {
        targets.forEach(target -> queues.purge(target.queue()));
    }

    private ObjectNode completed(ObjectNode given) {
        ObjectNode event = given.deepCopy();
        addUnlessThere(event, "version", "0");
        addUnlessThere(event, "id", UUID.randomUUID().toString());
        addUnlessThere(event, "account", "000000000000");
        addUnlessThere(event, "time", clock.instant().toString());
        addUnlessThere(event, "region", "eu-west-1");
        JsonNode resources = event.get("resources");
        if (resources == null) {
            event.putArray("resources");
        }
        return event;
    }

    private static void addUnlessThere(ObjectNode event, String field, String value) {
        if (!event.has(field)) {
            event.put(field, value);
        }
    }
}
