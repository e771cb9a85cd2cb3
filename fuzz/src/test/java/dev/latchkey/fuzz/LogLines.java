package dev.latchkey.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes what the functions log, and holds every line to be one JSON object in plain ASCII. */
final class LogLines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ByteArrayOutputStream TAKEN = new ByteArrayOutputStream();

    static {
        System.setOut(new PrintStream(TAKEN, true, StandardCharsets.UTF_8));
    }

    private LogLines() {}

    /** Those since the last call. */
    static synchronized List<JsonNode> taken() throws IOException {
        String all;
        synchronized (TAKEN) {
            int whole = TAKEN.toString(StandardCharsets.UTF_8).lastIndexOf('\n') + 1;
            all = TAKEN.toString(StandardCharsets.UTF_8).substring(0, whole);
            byte[] rest = TAKEN.toByteArray();
            TAKEN.reset();
            TAKEN.write(rest, whole, rest.length - whole);
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : all.split("\n", -1)) {
            if (!line.isEmpty()) {
                JsonNode node = JSON.readTree(line);
                if (!node.isObject() || !line.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
                    throw new AssertionError("not one JSON object in ASCII: " + line);
                }
                lines.add(node);
            }
        }
        return lines;
    }
}
