package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Reply bodies that several routes share. Each names its fields; no record is ever written whole. */
public final class Bodies {

    private static final int MILLISECONDS = 3;
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(MILLISECONDS).toFormatter(Locale.ROOT);

    private Bodies() {}

    public static ObjectNode object() {
        return StrictJson.object();
    }

    /** RFC 3339, UTC, milliseconds. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }
}
