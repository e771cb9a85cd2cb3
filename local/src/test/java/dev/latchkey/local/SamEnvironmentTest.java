package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.functions.discovery.GetJwksFunction;
import dev.latchkey.house.Repository;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.SamTemplate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The variables for {@code sam local} are the template's, and a function that has no others finds the local AWS. */
class SamEnvironmentTest {

    private static final String EVENT = "events/GetJwksFunction/get.json";

    @Test
    void eachFunction_hasJustTheVariablesThatTheTemplateDeclares_sinceSamDropsAllOthers() {
        LocalSettings settings = settings(0);
        LocalParameters parameters = new LocalParameters(settings, LocalParameters.api(settings));
        SamTemplate template = SamTemplate.read(
                settings.template(), parameters.parameters(), parameters.attributes(alias -> "arn:" + alias));
        Map<String, Map<String, String>> variables = SamEnvironment.of(settings, "host.docker.internal");
        assertThat(template.functions())
                .hasSameSizeAs(variables.keySet())
                .allSatisfy(function -> assertThat(variables.get(function.id()))
                        .containsOnlyKeys(function.environment().keySet()));
        assertThat(variables.getOrDefault("LogInFunction", Map.of()))
                .containsEntry("STAFF_KEYS_URL", "http://host.docker.internal:3000/_local/idp/jwks.json");
        assertThat(variables.getOrDefault("SetUpAccountFunction", Map.of()))
                .containsEntry("BREACHED_PASSWORDS_URL", "http://host.docker.internal:3000/_local/breached");
    }

    @Test
    void aFunctionInAProcessOfItsOwn_findsTheLocalKeysByThem() throws Exception {
        try (LocalAws aws = LocalAws.start(new LocalAws.Options(0, null, InstantSource.system()))) {
            int port = aws.endpoint().getPort();
            Map<String, String> variables =
                    SamEnvironment.of(settings(port), "127.0.0.1").get("GetJwksFunction");
            ProcessBuilder java = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Keys.class.getName());
            java.environment().clear();
            java.environment().putAll(variables);
            // What SAM adds by itself
            java.environment()
                    .putAll(Map.of(
                            "AWS_REGION", "eu-west-1",
                            "AWS_ACCESS_KEY_ID", "defaultkey",
                            "AWS_SECRET_ACCESS_KEY", "defaultsecret"));
            Process process = java.redirectErrorStream(true).start();
            String output;
            try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
                output = reader.lines().collect(Collectors.joining("\n"));
            }
            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output).contains("\\\"kty\\\":\\\"RSA\\\"");
            assertThat(aws.calls().snapshot().get("kms")).containsKey("GetPublicKey");
        }
    }

    /** As the cloud makes it, from the process's environment. */
    static final class Keys {
        private Keys() {}

        public static void main(String[] arguments) throws Exception {
            byte[] event = Files.readAllBytes(Repository.file(EVENT));
            byte[] reply =
                    new LocalFunction("GetJwksFunction", new GetJwksFunction(), Duration.ofSeconds(25)).invoke(event);
            System.out.println(new String(reply, StandardCharsets.UTF_8));
        }
    }

    private static LocalSettings settings(int awsPort) {
        Map<String, String> environment = new HashMap<>(
                Map.of("LATCHKEY_TEMPLATE", Repository.file("template.yaml").toString()));
        environment.put("AWS_LOCAL_PORT", String.valueOf(awsPort));
        return LocalSettings.from(environment);
    }
}
