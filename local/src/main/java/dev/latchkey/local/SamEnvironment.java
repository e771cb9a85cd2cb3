package dev.latchkey.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.local.aws.kms.WellKnownKeys;
import dev.latchkey.local.template.SamFunction;
import dev.latchkey.local.template.SamTemplate;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code sam local --env-vars} takes: for each function the values of the variables that the template declares. SAM
 * hands no others on, so where AWS is stands among the JVM's options.
 */
public final class SamEnvironment {
    /** By this name a container reaches the machine that it runs on. */
    private static final String HOST = "host.docker.internal";

    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";
    private static final List<String> OURS = List.of("STAFF_KEYS_URL", "BREACHED_PASSWORDS_URL");

    private SamEnvironment() {}

    /** Prints it for a local server or local AWS endpoint that was started with the same settings. */
    public static void main(String[] arguments) throws JsonProcessingException {
        Map<String, Map<String, String>> variables = of(LocalSettings.from(System.getenv()), HOST);
        System.out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(variables));
    }

    /** @param host where functions find this machine */
    static Map<String, Map<String, String>> of(LocalSettings settings, String host) {
        LocalParameters parameters = new LocalParameters(settings, LocalParameters.api(settings));
        SamTemplate template = SamTemplate.read(
                settings.template(), parameters.parameters(), parameters.attributes(WellKnownKeys::arnOf));
        String aws = " -Daws.endpointUrl=http://" + host + ":" + settings.awsPort();
        Map<String, Map<String, String>> byFunction = new TreeMap<>();
        for (SamFunction function : template.functions()) {
            Map<String, String> variables = new TreeMap<>(function.environment());
            variables.merge(JVM_OPTIONS, aws.strip(), (own, added) -> own + aws);
            OURS.forEach(each -> variables.computeIfPresent(each, (name, address) -> on(host, address)));
            byFunction.put(function.id(), variables);
        }
        return byFunction;
    }

    private static String on(String host, String address) {
        URI uri = URI.create(address);
        return "http://" + host + ":" + uri.getPort() + uri.getPath();
    }
}
