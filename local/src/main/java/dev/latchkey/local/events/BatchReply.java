package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code batchItemFailures}. Nothing reported is success; a report that names no record of the batch fails the
 * batch, as it does in Lambda.
 */
final class BatchReply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BatchReply() {}

    /** The records that have to come again: from the first one reported to the end, or none. */
    static List<StreamRecord> remaining(List<StreamRecord> batch, byte[] reply) {
        int first = batch.size();
        for (JsonNode failure : parse(reply).path("batchItemFailures")) {
            first = Math.min(first, index(batch, failure.path("itemIdentifier").asText("")));
        }
        return batch.subList(first, batch.size());
    }

    /** The messages that have to come again, by their ids, whichever they are. */
    static Set<String> failed(List<String> batch, byte[] reply) {
        Set<String> failed = new HashSet<>();
        for (JsonNode failure : parse(reply).path("batchItemFailures")) {
            failed.add(failure.path("itemIdentifier").asText(""));
        }
        return batch.containsAll(failed) ? failed : Set.copyOf(batch);
    }

    private static int index(List<StreamRecord> batch, String sequenceNumber) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).sequenceNumber().equals(sequenceNumber)) {
                return i;
            }
        }
        return 0;
    }

    private static JsonNode parse(byte[] reply) {
        try {
            return JSON.readTree(reply);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("the batch was answered with something that is not JSON", malformed);
        }
    }
}
