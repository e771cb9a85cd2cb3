package dev.latchkey.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that follows the table's stream.
 *
 * @param filters a record is taken when one of them matches, or when there is none
 * @param maximumRetryAttempts −1 means for ever
 * @param failureDestination the resource that gets a batch's metadata once it has been given up
 */
public record StreamSource(
        String functionId,
        int batchSize,
        List<JsonNode> filters,
        int maximumRetryAttempts,
        boolean bisectOnError,
        boolean reportsItemFailures,
        @Nullable String failureDestination)
        implements Trigger {}
