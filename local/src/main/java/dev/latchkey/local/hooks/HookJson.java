package dev.latchkey.local.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/**
 * JSON in and out of the hooks. A typing error in a test should fail there and then: unknown fields and doubled keys
 * are refused.
 */
final class HookJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HookJson() {}

    static ObjectNode object(Request request) {
        try {
            if (MAPPER.readTree(request.body().toArray()) instanceof ObjectNode object) {
                return object;
            }
            throw HookProblem.invalid("the body is not a JSON object");
        } catch (JsonProcessingException malformed) {
            throw HookProblem.invalid("the body is not JSON: " + malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw HookProblem.invalid("the body cannot be read");
        }
    }

    static ObjectNode object(Request request, Set<String> fields) {
        ObjectNode object = object(request);
        object.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw HookProblem.invalid("the field " + name + " is not known");
            }
        });
        return object;
    }

    static String text(ObjectNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw HookProblem.invalid("the field " + field + " must be a string");
        }
        return value.asText();
    }

    static ObjectNode objectOrEmpty(ObjectNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return MAPPER.createObjectNode();
        }
        if (value instanceof ObjectNode found) {
            return found;
        }
        throw HookProblem.invalid("the field " + field + " must be an object");
    }

    static String time(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    static Reply reply(JsonNode body) {
        return Reply.json(200, body.toString()).with("cache-control", "no-store");
    }

    static Reply accepted(String status, String reason) {
        ObjectNode body = MAPPER.createObjectNode().put("status", status).put("reason", reason);
        return Reply.json(202, body.toString()).with("cache-control", "no-store");
    }

    static Reply done(String status) {
        return reply(MAPPER.createObjectNode().put("status", status));
    }
}
