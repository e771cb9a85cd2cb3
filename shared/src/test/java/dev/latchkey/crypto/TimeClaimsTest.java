package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeClaimsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"iat\":100,\"exp\":101} | true",
                "{\"iat\":100,\"exp\":101,\"nbf\":100} | true",
                "{\"iat\":100,\"exp\":101,\"nbf\":101} | false",
                "{\"iat\":100,\"exp\":101,\"nbf\":\"100\"} | false",
                "{\"iat\":100,\"exp\":101,\"nbf\":null} | false",
                "{\"iat\":100,\"exp\":101,\"nbf\":1.5} | false",
                "{\"iat\":100,\"exp\":100} | false",
                "{\"iat\":101,\"exp\":102} | false",
                "{\"iat\":\"100\",\"exp\":101} | false",
                "{\"exp\":101} | false",
                "{\"iat\":100} | false"
            })
    void timesHold_onlyWhereAllThatAreGivenAreWholeSecondsAroundNow(String claims, boolean hold) {
        Jws token = Jws.parse(part("{}") + "." + part(claims) + ".AA").orElseThrow();
        assertThat(TimeClaims.hold(token, Instant.ofEpochSecond(100), Duration.ZERO, Duration.ZERO))
                .isEqualTo(hold);
    }

    private static String part(String json) {
        return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
    }
}
