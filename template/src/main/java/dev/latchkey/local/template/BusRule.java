package dev.latchkey.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/** A rule of the event bus: the events that match its pattern are put into a queue. */
public record BusRule(String queue, JsonNode pattern) {

    static BusRule read(Section rule) {
        Section properties = rule.section("Properties");
        if (properties.sections("Targets").count() != 1) {
            throw new TemplateException(rule.where() + " has not one target, which is not known here");
        }
        Section target = properties.sections("Targets").findFirst().orElseThrow();
        return new BusRule(target.resourceName("Arn"), Triggers.JSON.valueToTree(properties.value("EventPattern")));
    }
}
