package dev.latchkey.contract;

import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker must be seen to object to reply headers. */
class ContractHeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control | ",
                "Cache-Control | public, max-age=300",
                "X-Content-Type-Options | ",
                "X-Content-Type-Options | sniff",
                "Referrer-Policy | ",
                "Referrer-Policy | origin",
                "Strict-Transport-Security | ",
                "Strict-Transport-Security | max-age=0",
                "Strict-Transport-Security | max-age=31535999",
                "Strict-Transport-Security | includeSubDomains"
            })
    void aSecurityHeaderThatLacksOrSaysOtherwise_isObjectedTo(String name, @Nullable String value) {
        assertThat(with(name, value == null ? List.of() : List.of(value))).isNotEmpty();
    }

    @Test
    void aSecurityHeaderSentTwice_isObjectedTo() {
        assertThat(with("Cache-Control", List.of("no-store", "no-store"))).isNotEmpty();
    }

    @Test
    void headerNames_areTakenInAnyCase() {
        assertThat(spoilt(sample -> {
                            Map<String, List<String>> lower = new TreeMap<>();
                            sample.answeredHeaders.forEach(
                                    (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
                            sample.answeredHeaders.clear();
                            sample.answeredHeaders.putAll(lower);
                        })
                        .replyViolations())
                .isEmpty();
    }

    @Test
    void publicKeys_areForFiveMinutes_butTheirErrorsAreNot() {
        assertThat(discovery("public, max-age=300", 200)).isEmpty();
        assertThat(discovery("no-store", 200)).isNotEmpty();
        assertThat(discovery("no-store", 500)).isEmpty();
        assertThat(discovery("public, max-age=300", 500)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "soon", "1.5", "-1"})
    void unavailable_saysWhenToTryAgain(String seconds) {
        assertThat(unavailable(seconds)).isNotEmpty();
        assertThat(unavailable("2")).isEmpty();
    }

    @Test
    void anUnauthorizedReply_saysHowToAuthenticate() {
        assertThat(unauthorized("Bearer")).isEmpty();
        assertThat(unauthorized("Basic")).isNotEmpty();
        assertThat(unauthorized("")).isNotEmpty();
    }

    private static List<String> with(String name, List<String> values) {
        return spoilt(sample -> sample.answeredHeaders.put(name, values)).replyViolations();
    }

    private static List<String> unavailable(String seconds) {
        return spoilt(sample -> sample.problem(503, "service-unavailable")
                        .answeredHeaders
                        .put("Retry-After", seconds.isEmpty() ? List.of() : List.of(seconds)))
                .replyViolations();
    }

    private static List<String> unauthorized(String scheme) {
        return spoilt(sample -> {
                    sample.problem(401, "invalid-token");
                    sample.method = "GET";
                    sample.path = "/v1/me";
                    sample.asked = null;
                    sample.answeredHeaders.put("WWW-Authenticate", scheme.isEmpty() ? List.of() : List.of(scheme));
                })
                .replyViolations();
    }

    private static List<String> discovery(String caching, int status) {
        return spoilt(sample -> {
                    sample.method = "GET";
                    sample.path = "/.well-known/openid-configuration";
                    sample.asked = null;
                    sample.answered = "{\"issuer\":\"https://a.example\",\"id_token_signing_alg_values_supported\":"
                            + "[\"RS256\"],\"jwks_uri\":\"https://a.example/.well-known/jwks.json\"}";
                    sample.answeredHeaders.put("Cache-Control", List.of(caching));
                    if (status == 500) {
                        sample.problem(500, "internal-error");
                    }
                })
                .replyViolations();
    }
}
