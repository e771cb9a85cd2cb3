package dev.latchkey.local.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * YAML with CloudFormation's short tags. Every {@code !Name} is kept as a function still to be worked out, so that
 * one without a local meaning only matters where its value is asked for. A key that stands twice is refused.
 */
final class CloudFormationYaml extends SafeConstructor {

    private CloudFormationYaml(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new ConstructIntrinsic());
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

        @Override
        public Object construct(Node node) {
            return new Intrinsic(node.getTag().getValue().substring(1), argument(node));
        }

        private @Nullable Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new TemplateException(node.getTag() + " has an argument of no known shape");
            };
        }
    }
}
