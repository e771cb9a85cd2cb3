package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.events.Bus;
import dev.latchkey.local.events.Outcome;
import dev.latchkey.local.events.Topic;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import dev.latchkey.store.StoreUnavailable;

/**
 * Puts events on the bus and the topic. Answers once they have been taken in, or failed: then 422 says which function
 * failed and with what. 202 says that the table doesn't answer; the event waits in its queue and comes again.
 */
final class EventHooks {
    private final Bus bus;
    private final Topic topic;

    EventHooks(Bus bus, Topic topic) {
        this.bus = bus;
        this.topic = topic;
    }

    Reply put(Request request) {
        try {
            return reply(bus.put(HookJson.object(request)));
        } catch (InterruptedException closing) {
            throw closed();
        }
    }

    Reply publish(Request request) {
        ObjectNode event = HookJson.object(request);
        if (!event.path("Records").isArray()) {
            throw HookProblem.invalid("an SNS event has an array called Records");
        }
        try {
            return reply(topic.publish(event));
        } catch (InterruptedException closing) {
            throw closed();
        }
    }

    private static Reply reply(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken() -> HookJson.done("TAKEN_IN");
            case Outcome.Unwanted() ->
                throw new HookProblem(422, "event-not-wanted", "no function of the template takes this event");
            case Outcome.Waiting(String function, String type, String reason)
            when type.equals(StoreUnavailable.class.getName()) ->
                HookJson.accepted("WAITING", function + " failed: " + type + ": " + reason);
            case Outcome.Waiting(String function, String type, String reason) ->
                throw new HookProblem(
                        422,
                        "event-refused",
                        function + " failed and will be given the event again: " + type + ": " + reason);
            case Outcome.GivenUp(String function, String type, String reason) ->
                throw new HookProblem(422, "event-given-up", function + " failed: " + type + ": " + reason);
        };
    }

    private static HookProblem closed() {
        Thread.currentThread().interrupt();
        return new HookProblem(503, "service-unavailable", "the local server is closing");
    }
}
