package dev.latchkey.contract;

import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contract.Contract.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker must be seen to object to replies. */
class ContractTest {

    @Test
    void aGoodExchange_isLetThrough() {
        Result result = spoilt(sample -> {});
        assertThat(result.requestViolations()).isEmpty();
        assertThat(result.replyViolations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/secret          | 'x'",
                "/firm/plan       | 'TEAM'",
                "/kind            | ",
                "/firm            | ",
                "/firm/name       | ",
                "/requestId       | ",
                "/requestId       | 7",
                "/requestId       | null",
                "/firm            | []",
                "/state           | 'SHUT'",
                "/kind            | 'OTHER'",
                "/kind            | 'SIGN_IN'",
                "/firm/id         | 'a#b'",
                "/firm/id         | ''",
                "/emailHint       | 'anna@example.com'",
                "/expiresAt       | '2026-12-24T14:51:37Z'",
                "/expiresAt       | '2026-12-24T14:51:37.7912Z'",
                "/expiresAt       | '2026-12-24T15:51:37.791+01:00'",
                "/expiresAt       | '2026-13-24T14:51:37.791Z'",
                "/expiresAt       | 1798123897"
            },
            quoteCharacter = '`')
    void aReplyBody_thatTheSchemaDoesNotAllow_isObjectedTo(String pointer, @Nullable String json) {
        Result result = spoilt(sample -> sample.set(pointer, json == null ? null : json.replace('\'', '"')));
        assertThat(result.replyViolations()).isNotEmpty();
        assertThat(result.requestViolations()).isEmpty();
    }

    @Test
    void aSignInLink_hasNoRequest() {
        assertThat(spoilt(sample -> {
                            sample.set("/kind", "\"SIGN_IN\"");
                            sample.set("/requestId", null);
                        })
                        .replyViolations())
                .isEmpty();
    }

    @Test
    void aFieldTwiceInTheReply_orTextBehindIt_isObjectedTo() {
        assertThat(spoilt(sample ->
                                sample.answered = sample.answered.replace("{\"kind\"", "{\"state\":\"OPEN\",\"kind\""))
                        .replyViolations())
                .isNotEmpty();
        assertThat(spoilt(sample -> sample.answered += "{}").replyViolations()).isNotEmpty();
    }

    @Test
    void anUndocumentedStatus_isObjectedTo() {
        assertThat(spoilt(sample -> sample.status = 201).replyViolations()).isNotEmpty();
        assertThat(spoilt(sample -> sample.problem(403, "forbidden")).replyViolations())
                .isNotEmpty();
        assertThat(spoilt(sample -> sample.problem(404, "not-found")).replyViolations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/problem+json", "application/json; charset=utf-16", "*/*"})
    void anUndocumentedContentType_isObjectedTo(String type) {
        assertThat(spoilt(sample -> sample.answeredHeaders.put("Content-Type", List.of(type)))
                        .replyViolations())
                .isNotEmpty();
    }

    @Test
    void aReplyWithoutContentType_orWithTwo_orWithoutBody_isObjectedTo() {
        assertThat(spoilt(sample -> sample.answeredHeaders.remove("Content-Type"))
                        .replyViolations())
                .isNotEmpty();
        assertThat(spoilt(sample -> sample.answeredHeaders.put(
                                "Content-Type", List.of("application/json", "application/json")))
                        .replyViolations())
                .isNotEmpty();
        assertThat(spoilt(sample -> sample.answered = "").replyViolations()).isNotEmpty();
    }

    @Test
    void aBodyWhereNoneBelongs_isObjectedTo() {
        assertThat(logout("").replyViolations()).isEmpty();
        assertThat(logout("{}").replyViolations()).isNotEmpty();
    }

    private static Result logout(String answered) {
        return spoilt(sample -> {
            sample.path = "/v1/logout";
            sample.asked = null;
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
            sample.status = 204;
            sample.answered = answered;
            sample.answeredHeaders.remove("Content-Type");
        });
    }
}
