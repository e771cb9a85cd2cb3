package dev.latchkey.local.template;

/** A function that is invoked for every message of an SNS topic. */
public record TopicSubscription(String functionId) implements Trigger {}
