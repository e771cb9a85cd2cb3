package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.local.lambda.Functions;
import dev.latchkey.local.template.SamTemplate;
import dev.latchkey.local.template.TopicSubscription;
import java.util.List;

/**
 * The topic on which the mail service reports. Takes the event a subscribed function would get, and waits until it
 * has been dealt with.
 */
public final class Topic {
    private final List<AsyncFunction> subscribers;

    public Topic(SamTemplate template, Functions functions, FailureQueue failures) {
        this.subscribers = template.triggers(TopicSubscription.class).stream()
                .map(subscription -> template.function(subscription.functionId()))
                .map(function -> new AsyncFunction(function, functions.get(function.id()), failures))
                .toList();
    }

    public Outcome publish(JsonNode event) throws InterruptedException {
        Outcome outcome = new Outcome.Unwanted();
        for (AsyncFunction subscriber : subscribers) {
            Outcome one = subscriber.invoke(event);
            outcome = outcome instanceof Outcome.GivenUp ? outcome : one;
        }
        return outcome;
    }
}
