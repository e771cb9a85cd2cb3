package dev.latchkey.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;

/** Reads the {@code Events} of a function. */
final class Triggers {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int LAMBDA_BATCH_SIZE = 100;
    private static final int LAMBDA_QUEUE_BATCH_SIZE = 10;
    private static final int MOST_AT_ONCE = 1_000;

    private Triggers() {}

    static List<Trigger> of(String functionId, Section function) {
        return function.section("Events")
                .children()
                .map(event -> read(functionId, event))
                .toList();
    }

    private static Trigger read(String functionId, Section event) {
        Section properties = event.section("Properties");
        String type = event.text("Type");
        return switch (type) {
            case "HttpApi" -> route(functionId, properties);
            case "DynamoDB" -> stream(functionId, properties);
            case "SQS" -> queue(functionId, properties);
            case "SNS" -> topic(functionId, properties);
            default ->
                throw new TemplateException(functionId + " has an event of type " + type + ", which is not known here");
        };
    }

    private static Route route(String functionId, Section properties) {
        if (!properties.text("PayloadFormatVersion", "2.0").equals("2.0")) {
            throw new TemplateException(functionId + " does not take payload format 2.0");
        }
        String path = properties.text("Path", Route.DEFAULT);
        String method = properties.text("Method", Route.ANY).toUpperCase(Locale.ROOT);
        return new Route(functionId, method.equals("*") ? Route.ANY : method, path);
    }

    private static StreamSource stream(String functionId, Section properties) {
        return new StreamSource(
                functionId,
                properties.number("BatchSize", LAMBDA_BATCH_SIZE),
                filters(functionId, properties),
                properties.number("MaximumRetryAttempts", -1),
                properties.flag("BisectBatchOnFunctionError"),
                reportsItemFailures(properties),
                Destinations.onFailure(properties));
    }

    /** What a stream is filtered by, for a function or a pipe. */
    static List<JsonNode> filters(String reader, Section section) {
        return section.section("FilterCriteria")
                .sections("Filters")
                .map(filter -> json(reader, filter.text("Pattern")))
                .toList();
    }

    private static QueueSource queue(String functionId, Section properties) {
        if (properties.has("FilterCriteria")) {
            throw new TemplateException(functionId + " has a queue with a filter, which is not known here");
        }
        return new QueueSource(
                functionId,
                properties.resourceName("Queue"),
                properties.number("BatchSize", LAMBDA_QUEUE_BATCH_SIZE),
                properties.section("ScalingConfig").number("MaximumConcurrency", MOST_AT_ONCE),
                reportsItemFailures(properties));
    }

    private static boolean reportsItemFailures(Section properties) {
        return properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures");
    }

    private static TopicSubscription topic(String functionId, Section properties) {
        if (properties.has("FilterPolicy") || properties.has("SqsSubscription")) {
            throw new TemplateException(functionId + " has a topic with a filter or a queue, which is not known here");
        }
        return new TopicSubscription(functionId);
    }

    private static JsonNode json(String functionId, String pattern) {
        try {
            return JSON.readTree(pattern);
        } catch (JsonProcessingException invalid) {
            throw new TemplateException("a filter pattern of " + functionId + " is not JSON", invalid);
        }
    }
}
