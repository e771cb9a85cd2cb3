package dev.latchkey.local.template;

/**
 * What makes a function run. An event type beyond these is refused when the template is read: nothing in it may
 * silently not happen here.
 */
public sealed interface Trigger permits Route, StreamSource, QueueSource, BusRule, TopicSubscription {

    String functionId();
}
