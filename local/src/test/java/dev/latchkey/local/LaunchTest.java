package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.sample.SampleHandlers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LaunchTest {
    private static final int TERMINATED = 128 + 15;

    @Test
    void aBadSetting_isOnePlainLineAndExitCodeOne() throws Exception {
        Process process = start(LocalServer.class, Map.of("PORT", "many"));
        List<String> lines = process.errorReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(lines).containsExactly("latchkey: PORT must be a port number, not \"many\"");
    }

    @Test
    void sigterm_endsItCleanly() throws Exception {
        Process process = start(AwsLocalMain.class, Map.of("AWS_LOCAL_PORT", "0"));
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines()
                            .anyMatch(line -> line.startsWith("The local AWS endpoint is ready at http://127.0.0.1:")))
                    .isTrue();
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
    }

    private static Process start(Class<?> main, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsqlite4java.library.path=" + System.getProperty("sqlite4java.library.path"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        builder.environment().putAll(environment);
        builder.environment().put("LATCHKEY_TEMPLATE", SampleHandlers.TEMPLATE.toString());
        return builder.start();
    }
}
