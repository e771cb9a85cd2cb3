package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.house.Repository;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The repository's YAML documents. */
final class Documents {

    static final String CONTRACT = "openapi.yaml";
    static final String TEMPLATE = "template.yaml";

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

    /** YAML with tags that mean nothing here, as {@code !Ref}: they are passed over, and every scalar is text. */
    static JsonNode untagged(String yaml) {
        return Json.STRICT.valueToTree(value(new Yaml().compose(new StringReader(yaml))));
    }

    private static Object value(Node node) {
        return switch (node) {
            case MappingNode mapping -> mapping(mapping);
            case SequenceNode sequence ->
                sequence.getValue().stream().map(Documents::value).toList();
            case ScalarNode scalar -> scalar.getValue();
            default -> throw new IllegalArgumentException("neither mapping, sequence nor scalar: " + node);
        };
    }

    private static Map<String, Object> mapping(MappingNode mapping) {
        Map<String, Object> members = new LinkedHashMap<>();
        mapping.getValue()
                .forEach(member -> members.put(value(member.getKeyNode()).toString(), value(member.getValueNode())));
        return members;
    }
}
