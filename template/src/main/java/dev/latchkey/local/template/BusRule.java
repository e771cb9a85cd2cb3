package dev.latchkey.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/** A function that is invoked for the events of the bus that match its pattern. */
public record BusRule(String functionId, JsonNode pattern) implements Trigger {}
