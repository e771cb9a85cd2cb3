package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.local.aws.Emulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSettingsTest {

    @Test
    void withoutSettings_theDefaultsHold() {
        LocalSettings settings = settings(Map.of());
        assertThat(settings.port()).isEqualTo(3000);
        assertThat(settings.awsPort()).isEqualTo(4566);
        assertThat(settings.seed()).isTrue();
        assertThat(settings.data()).isNull();
        assertThat(settings.portal()).isNull();
        assertThat(settings.address().isLoopbackAddress()).isTrue();
        assertThat(settings.emulator()).isNull();
    }

    @Test
    void everythingMayBeSet() {
        LocalSettings settings = settings(Map.of(
                "PORT", "0",
                "AWS_LOCAL_PORT", "4600",
                "LATCHKEY_SEED", "none",
                "LATCHKEY_DATA", "data",
                "LATCHKEY_PORTAL_URL", "https://portal.example.com/clients/",
                "LATCHKEY_ADDRESS", "127.0.0.2",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:4567",
                "AWS_ACCESS_KEY_ID", "000000000001"));
        assertThat(settings.port()).isZero();
        assertThat(settings.awsPort()).isEqualTo(4600);
        assertThat(settings.seed()).isFalse();
        assertThat(settings.data()).isAbsolute().endsWithRaw(Path.of("data"));
        assertThat(settings.address().getHostAddress()).isEqualTo("127.0.0.2");
        assertThat(settings.emulator()).isEqualTo(new Emulator(URI.create("http://127.0.0.1:4567"), "000000000001"));
        assertThat(settings.portal()).isEqualTo(URI.create("https://portal.example.com/clients/"));
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 3000x",
        "PORT, -1",
        "PORT, 65536",
        "AWS_LOCAL_PORT, http",
        "LATCHKEY_SEED, some",
        "LATCHKEY_PORTAL_URL, portal.example.com",
        "LATCHKEY_PORTAL_URL, https://portal.example.com/#x",
        "LATCHKEY_ADDRESS, 0.0.0.0",
        "LATCHKEY_ADDRESS, 8.8.8.8",
        "LATCHKEY_ADDRESS, 10.255.255.255",
        "LATCHKEY_ADDRESS, 172.17.0.999",
        "LATCHKEY_ADDRESS, docker0",
        "AWS_ENDPOINT_URL, https://127.0.0.1:4566",
        "AWS_ENDPOINT_URL, http://kms.eu-west-1.amazonaws.com",
        "AWS_ENDPOINT_URL, 127.0.0.1:4566"
    })
    void aBadSetting_isNamed(String name, String value) {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> settings(Map.of(name, value)))
                .withMessageContaining(name);
    }

    private static LocalSettings settings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("LATCHKEY_TEMPLATE", "src/test/resources/sample.yaml");
        return LocalSettings.from(all);
    }
}
