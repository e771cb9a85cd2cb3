package dev.latchkey.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A reply as it came over the wire; its body is an empty object where there is none. */
record Answer(int status, HttpHeaders headers, String text, JsonNode body) {

    String code() {
        return body.path("code").asText();
    }

    String text(String pointer) {
        return body.at(pointer).asText();
    }

    @Nullable
    String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The body as it would be for any other request: what a caller could tell two refusals apart by. */
    String withoutRequestId() {
        return text.replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
