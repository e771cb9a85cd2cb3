package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.lambda.Functions;
import dev.latchkey.local.template.BusRule;
import dev.latchkey.local.template.QueueDefinition;
import dev.latchkey.local.template.QueueSource;
import dev.latchkey.local.template.SamTemplate;
import dev.latchkey.local.template.TemplateException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * The event bus, and the queues that its rules put events into. Unlike the cloud's it waits until an event has been taken
 * in or given up, or has failed for some time, so that whoever put it there knows when to look. What the bus itself adds to
 * an event (id, time, account, region) is added where it is missing.
 */
public final class Bus implements AutoCloseable {
    private record Target(EventPattern pattern, QueueDriver queue) {}

    private final List<QueueDriver> queues;
    private final List<Target> targets;
    private final Clock clock;

    public Bus(SamTemplate template, Functions functions, FailureQueue failures, Clock clock) {
        this.queues = template.triggers(QueueSource.class).stream()
                .map(source -> new QueueDriver(
                        source, queue(template, source), functions.get(source.functionId()), failures, clock))
                .toList();
        this.targets = template.rules().stream()
                .map(rule -> new Target(new EventPattern(rule.pattern()), driver(rule)))
                .toList();
        this.clock = clock;
    }

    private static QueueDefinition queue(SamTemplate template, QueueSource source) {
        return template.queues().stream()
                .filter(queue -> queue.id().equals(source.queue()))
                .findFirst()
                .orElseThrow(() -> new TemplateException("no queue is called " + source.queue()));
    }

    private QueueDriver driver(BusRule rule) {
        return queues.stream()
                .filter(queue -> queue.queue().equals(rule.queue()))
                .findFirst()
                .orElseThrow(() -> new TemplateException("no function is fed from the queue " + rule.queue()));
    }

    public Outcome put(ObjectNode given) throws InterruptedException {
        ObjectNode event = completed(given);
        Outcome outcome = new Outcome.Unwanted();
        for (Target target : targets) {
            if (target.pattern().matches(event)) {
                Outcome one = target.queue().put(event.toString());
                outcome = outcome instanceof Outcome.GivenUp ? outcome : one;
            }
        }
        return outcome;
    }

    /** Forgets the events that failed and wait in queues to come again. */
    public void purge() {
        queues.forEach(QueueDriver::purge);
    }

    @Override
    public void close() {
        queues.forEach(QueueDriver::close);
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
