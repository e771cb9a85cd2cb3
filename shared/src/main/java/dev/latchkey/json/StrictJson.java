package dev.latchkey.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads one JSON object and nothing else. Duplicate keys, trailing data, deep nesting and very long numbers are
 * refused, because two readers that resolve them differently are a vulnerability. It reads and writes trees only: an
 * object mapper would cost a new instance half as much as an AWS client.
 */
public final class StrictJson {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 40;
    private static final int LAST_TO_BE_SEEN = 0x7E;

    private static final JsonFactory STREAMS = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private StrictJson() {}

    /** A new object, to be filled. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Empty for anything but one well-formed object. The reason is never told, because it would hold foreign bytes. */
    public static Optional<ObjectNode> object(String text) {
        return object(text, STREAMS);
    }

    private static Optional<ObjectNode> object(String text, JsonFactory streams) {
        try (JsonParser in = streams.createParser(text)) {
            JsonNode node = in.nextToken() == null ? null : TreeReader.read(in);
            boolean whole = in.nextToken() == null;
            return whole && node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** Reads the event that the platform hands a function. The platform guarantees JSON, so anything else is a bug. */
    public static ObjectNode event(String text) {
        return event(text, STREAMS);
    }

    private static ObjectNode event(String text, JsonFactory streams) {
        return object(text, streams).orElseThrow(() -> new IllegalStateException("the event is not one JSON object"));
    }

    /**
     * The same for an event that must be accepted however odd it is: of a duplicate key the last counts, and neither
     * deep nesting nor long numbers are refused.
     */
    public static ObjectNode oddEvent(String text) {
        return event(text, Lenient.STREAMS);
    }

    /** Created on demand, because only one function needs it. */
    private static final class Lenient {

        private static final JsonFactory STREAMS = new JsonFactory();
    }

    public static String text(JsonNode tree) {
        return text(tree, 0);
    }

    /** The same, with everything escaped but printable ASCII. */
    public static String ascii(JsonNode tree) {
        return text(tree, LAST_TO_BE_SEEN);
    }

    /** Writes the tree in UTF-8; the stream is not closed. */
    public static void write(JsonNode tree, OutputStream out) throws IOException {
        try (JsonGenerator generator = STREAMS.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            TreeWriter.write(tree, generator);
        }
    }

    private static String text(JsonNode tree, int lastUnescaped) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = STREAMS.createGenerator(text)) {
            generator.setHighestNonEscapedChar(lastUnescaped);
            TreeWriter.write(tree, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
