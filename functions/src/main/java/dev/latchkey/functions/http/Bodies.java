package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Reply bodies that more than one route gives. Each names its fields; no record is ever written whole. */
public final class Bodies {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Bodies() {}

    public static ObjectNode object() {
        return StrictJson.MAPPER.createObjectNode();
    }

    /** RFC 3339, UTC, milliseconds. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }
}
