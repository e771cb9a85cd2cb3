package dev.latchkey.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An EventBridge pipe that puts records of the table's stream into a queue, each as it is.
 *
 * @param filters a record is taken when one of them matches, or when there is none
 */
public record StreamPipe(String id, int batchSize, List<JsonNode> filters, String queueId) {

    private static final int BATCH_SIZE = 100;

    /** Refuses what would change the records: an enrichment, or a message of another form. */
    static StreamPipe read(Section resource) {
        Section properties = resource.section("Properties");
        Section source = properties.section("SourceParameters");
        if (properties.has("Enrichment")
                || properties.section("TargetParameters").has("InputTemplate")) {
            throw new TemplateException(resource.where() + " changes what it hands on, which is not known here");
        }
        return new StreamPipe(
                resource.where(),
                source.section("DynamoDBStreamParameters").number("BatchSize", BATCH_SIZE),
                Triggers.filters(resource.where(), source),
                properties.resourceName("Target"));
    }
}
