package dev.latchkey.contract;

import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checker must be seen to object to problems, on known routes and elsewhere. */
class ContractProblemTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/code      | 'teapot'",
                "/code      | 'link-expired'",
                "/type      | 'https://latchkey.dev/problems/forbidden'",
                "/type      | 'about:blank'",
                "/status    | 403",
                "/status    | '404'",
                "/title     | ",
                "/detail    | ",
                "/requestId | ",
                "/requestId | ''",
                "/stack     | 'at dev.latchkey'"
            })
    void aProblemInAnotherForm_isObjectedTo(String pointer, @Nullable String json) {
        Consumer<Sample> spoil = sample -> {
            sample.problem(404, "not-found");
            sample.set(pointer, json == null ? null : json.replace('\'', '"'));
        };
        assertThat(replies(spoil)).isNotEmpty();
        assertThat(replies(spoil.andThen(sample -> sample.path = "/v1/nothing")))
                .isNotEmpty();
    }

    @Test
    void anInvalidRequest_namesItsErrors() {
        Consumer<Sample> bare = sample -> sample.problem(400, "invalid-request");
        assertThat(replies(bare)).isNotEmpty();
        assertThat(replies(bare.andThen(sample -> sample.set("/errors", "[]")))).isNotEmpty();
        assertThat(replies(bare.andThen(sample -> sample.set("/errors", "[{\"field\":\"a\"}]"))))
                .isNotEmpty();
        assertThat(replies(bare.andThen(
                        sample -> sample.set("/errors", "[{\"field\":\"a\",\"message\":\"is missing\"}]"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"link-expired, 0", "link-superseded, 0", "link-used, 0", "link-claimed, 1", "not-found, 1"})
    void eachStatus_hasItsCodes(String code, int objections) {
        assertThat(replies(sample -> {
                    sample.problem(410, code);
                    sample.path = "/v1/magic-links/redeem";
                }))
                .hasSize(objections);
    }

    @Test
    void typeAndCode_belongTogether_whereAStatusHasSeveral() {
        assertThat(replies(sample -> {
                    sample.problem(410, "link-used");
                    sample.path = "/v1/magic-links/redeem";
                    sample.set("/type", "\"https://latchkey.dev/problems/link-expired\"");
                }))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404, 0",
        "GET, /, 404, 0",
        "GET, /v1/me/, 404, 0",
        "GET, /V1/me, 404, 0",
        "GET, /v1//me, 404, 0",
        "GET, /v1/me/, 405, 1",
        "POST, /v1/nothing, 405, 1",
        "GET, /v1/magic-links/inspect, 405, 0",
        "PROPFIND, /v1/magic-links/inspect, 405, 0",
        "GET, /v1/magic-links/inspect, 404, 1"
    })
    void whatTheContractDoesNotKnow_isAnsweredByAProblemOnly(String method, String path, int status, int objections) {
        List<String> replies = replies(sample -> {
            sample.problem(status, status == 404 ? "not-found" : "method-not-allowed");
            sample.method = method;
            sample.path = path;
            sample.answeredHeaders.put("Allow", List.of("POST"));
        });
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
    }

    @Test
    void successWhereTheContractKnowsNothing_isObjectedTo() {
        assertThat(replies(sample -> sample.path = "/v1/debug")).isNotEmpty();
        assertThat(replies(sample -> sample.method = "PUT")).isNotEmpty();
    }

    @Test
    void anotherMethod_isToldWhichOnesThereAre() {
        Consumer<Sample> put = sample -> {
            sample.problem(405, "method-not-allowed");
            sample.method = "PUT";
        };
        assertThat(replies(put)).isNotEmpty();
        assertThat(replies(put.andThen(sample -> sample.answeredHeaders.put("Allow", List.of("GET")))))
                .isNotEmpty();
    }

    @Test
    void headIsAnotherMethod_answeredWithoutBody() {
        Consumer<Sample> head = sample -> {
            sample.method = "HEAD";
            sample.asked = null;
            sample.status = 405;
            sample.answered = "";
            sample.answeredHeaders.put("Allow", List.of("POST"));
        };
        assertThat(replies(head)).isEmpty();
        assertThat(replies(head.andThen(sample -> sample.status = 404))).isNotEmpty();
    }

    private static List<String> replies(Consumer<Sample> spoil) {
        return spoilt(spoil).replyViolations();
    }
}
