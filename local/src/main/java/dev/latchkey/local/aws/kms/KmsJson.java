package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

final class KmsJson {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private KmsJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Seconds with a fraction, as the JSON protocols write times. */
    static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
