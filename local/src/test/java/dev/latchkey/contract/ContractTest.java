package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker itself: it must be seen to object. */
class ContractTest {

    private static final String INSPECT = "/v1/magic-links/inspect";
    private static final String ASKED = "{\"token\":\"" + "x".repeat(60) + "\"}";
    private static final String GOOD =
            "{\"kind\":\"REQUEST\",\"state\":\"OPEN\",\"firm\":{\"id\":\"a\",\"name\":\"A\"},"
                    + "\"emailHint\":\"a•••@example.com\",\"requestId\":\"r1\",\"expiresAt\":\"2026-12-24T14:51:37.791Z\"}";
    private static final String PROBLEM =
            "{\"type\":\"https://latchkey.dev/problems/not-found\",\"title\":\"not found\","
                    + "\"status\":404,\"code\":\"not-found\",\"detail\":\"x\",\"requestId\":\"1\"}";

    @Test
    void aGoodExchange_isLetThrough() {
        assertThat(ok(GOOD)).isEmpty();
        assertThat(inspect(ASKED, 200, "application/json", GOOD).requestViolations())
                .isEmpty();
        assertThat(inspect(ASKED, 404, "application/problem+json", PROBLEM).replyViolations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"REQUEST\" | \"kind\":\"REQUEST\",\"secret\":\"x\"",
                "\"kind\":\"REQUEST\", |",
                "\"state\":\"OPEN\" | \"state\":\"SHUT\"",
                "\"requestId\":\"r1\" | \"requestId\":7",
                "\"requestId\":\"r1\" | \"requestId\":null",
                ".791Z | Z",
                "\"id\":\"a\" | \"id\":\"a#b\"",
                "\"name\":\"A\" | \"name\":\"A\",\"plan\":\"TEAM\""
            })
    void aReplyThatIsNotWhatTheContractSays_isObjectedTo(String good, String bad) {
        assertThat(ok(GOOD.replace(good, bad == null ? "" : bad))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"token\":1}",
                "{\"token\":\"short\"}",
                "[]",
                "{\"token\":\"xxxxxxxxxxxxxxxxxxxxxxxxx\",\"a\":1}"
            })
    void aRequestThatIsNotWhatTheContractSays_isObjectedToApart(String asked) {
        Contract.Result result = inspect(asked, 404, "application/problem+json", PROBLEM);
        assertThat(result.requestViolations()).isNotEmpty();
        assertThat(result.replyViolations()).isEmpty();
    }

    @Test
    void aStatusACodeOrAContentTypeThatIsNotInTheContract_isObjectedTo() {
        assertThat(inspect(ASKED, 201, "application/json", GOOD).replyViolations())
                .isNotEmpty();
        assertThat(inspect(ASKED, 200, "text/html", GOOD).replyViolations()).isNotEmpty();
        assertThat(inspect(ASKED, 404, "application/json", PROBLEM).replyViolations())
                .isNotEmpty();
        String otherCode = PROBLEM.replace("not-found", "teapot");
        assertThat(inspect(ASKED, 404, "application/problem+json", otherCode).replyViolations())
                .isNotEmpty();
        String otherStatus = PROBLEM.replace("404", "403");
        assertThat(inspect(ASKED, 404, "application/problem+json", otherStatus).replyViolations())
                .isNotEmpty();
    }

    @Test
    void aMissingHeader_isObjectedTo() {
        Contract.Result result = Contract.check(
                "POST", INSPECT, asked(), ASKED, 200, Map.of("Content-Type", List.of("application/json")), GOOD);
        assertThat(result.replyViolations()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void anUnknownRoute_mayOnlyBeAnsweredByAProblem() {
        assertThat(Contract.check(
                                "GET", "/v1/nothing", Map.of(), null, 404, headers("application/problem+json"), PROBLEM)
                        .replyViolations())
                .isEmpty();
        assertThat(Contract.check("GET", "/v1/nothing", Map.of(), null, 200, headers("application/json"), "{}")
                        .replyViolations())
                .isNotEmpty();
    }

    private static List<String> ok(String body) {
        return inspect(ASKED, 200, "application/json", body).replyViolations();
    }

    private static Contract.Result inspect(String asked, int status, String type, String body) {
        return Contract.check("POST", INSPECT, asked(), asked, status, headers(type), body);
    }

    private static Map<String, List<String>> asked() {
        return Map.of("Content-Type", List.of("application/json"));
    }

    private static Map<String, List<String>> headers(String type) {
        return Map.of(
                "Content-Type", List.of(type),
                "Cache-Control", List.of("no-store"),
                "X-Content-Type-Options", List.of("nosniff"),
                "Referrer-Policy", List.of("no-referrer"),
                "Strict-Transport-Security", List.of("max-age=63072000; includeSubDomains"));
    }
}
