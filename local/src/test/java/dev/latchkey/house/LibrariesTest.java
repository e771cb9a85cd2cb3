package dev.latchkey.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/libraries.md says what the bill of materials does, no more and no less. */
class LibrariesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|");
    private static final String OURS = "dev.latchkey";
    private static final String SDK = "software.amazon.awssdk";

    @Test
    void everyLibrary_isListedWithItsLicence() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Repository.file("docs/libraries.md")));
        while (row.find()) {
            listed.put(row.group(1), row.group(2));
        }
        assertThat(listed).isEqualTo(inTheBuild());
    }

    private static Map<String, String> inTheBuild() throws IOException {
        Map<String, String> found = new TreeMap<>();
        JsonNode bom = new ObjectMapper()
                .readTree(Repository.file("functions/target/sbom.json").toFile());
        for (JsonNode component : bom.path("components")) {
            String group = component.path("group").asText();
            String name = group.equals(SDK)
                    ? SDK
                    : group + ":" + component.path("name").asText();
            if (!group.equals(OURS)) {
                assertThat(found.getOrDefault(name, licence(component))).isEqualTo(licence(component));
                found.put(name, licence(component));
            }
        }
        return found;
    }

    private static String licence(JsonNode component) {
        assertThat(component.path("licenses")).as(component.toString()).hasSize(1);
        JsonNode licence = component.path("licenses").path(0).path("license");
        return licence.has("id")
                ? licence.path("id").asText()
                : licence.path("name").asText();
    }
}
