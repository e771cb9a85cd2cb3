package dev.latchkey.local.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML with CloudFormation's short tags, and no others: a tag that is not listed here is refused by name, as is a key that stands twice. */
final class CloudFormationYaml extends SafeConstructor {
    private static final List<String> TAGS =
            List.of("Ref", "Sub", "GetAtt", "If", "Join", "Split", "Select", "Equals", "Not", "And", "Or", "Condition");

    private CloudFormationYaml(LoaderOptions options) {
        super(options);
        for (String tag : TAGS) {
            yamlConstructors.put(new Tag("!" + tag), new ConstructIntrinsic(tag));
        }
    }

    static Map<?, ?> load(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            Object document = new Yaml(new CloudFormationYaml(options)).load(reader);
            if (document instanceof Map<?, ?> map) {
                return map;
            }
            throw new TemplateException("it is not a template");
        } catch (YAMLException invalid) {
            throw new TemplateException(String.valueOf(invalid.getMessage()), invalid);
        } catch (IOException unreadable) {
            throw new TemplateException("cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private final class ConstructIntrinsic extends AbstractConstruct {
        private final String function;

        private ConstructIntrinsic(String function) {
            this.function = function;
        }

        @Override
        public Object construct(Node node) {
            return new Intrinsic(function, argument(node));
        }

        private @Nullable Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new TemplateException("!" + function + " has an argument of no known shape");
            };
        }
    }
}
