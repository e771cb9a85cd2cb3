package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.house.Repository;
import dev.latchkey.local.template.DeclaredFunction;
import dev.latchkey.local.template.SamTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/** The repository's YAML documents. */
final class Documents {

    static final String CONTRACT = "openapi.yaml";

    private Documents() {}

    static String text(String name) {
        Path file = Repository.file(name);
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new IllegalStateException(name + " is missing at the repository's root", missing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Plain YAML with its types. */
    static JsonNode plain(String yaml) {
        return Json.STRICT.valueToTree(new Yaml().<Object>load(yaml));
    }

    /** What a reference stands for; anything else stands for itself. */
    static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The functions of the template. */
    static List<DeclaredFunction> functions() {
        return SamTemplate.declared(Repository.file("template.yaml"));
    }
}
