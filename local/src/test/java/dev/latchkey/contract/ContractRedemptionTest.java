package dev.latchkey.contract;

import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contract.Contract.Result;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker must be seen to object where a link or its typed code is redeemed, and to sessions that cannot be. */
class ContractRedemptionTest {

    private static final String BY_TOKEN = """
            {"token":"%s","deviceSecret":"%s"}""".formatted(Sample.TOKEN, "d".repeat(43));
    private static final String BY_CODE = """
            {"linkId":"acme.c1~AAAAAAAAAAAAAAAAAAAAAA.%s","code":"k7qm-3XWD","deviceSecret":"%s"}""".formatted("x".repeat(44), "d".repeat(43));
    private static final String SESSION = """
            {"status":"SIGNED_IN","accessToken":"%s.b.c","tokenType":"Bearer","expiresIn":584,"refreshToken":"%s",
            "refreshExpiresAt":"2026-11-25T02:51:37.791Z",
            "session":{"id":"%s","scope":"request:r1","amr":["email"],"acr":"aal1"}}""".formatted("a".repeat(40), Sample.TOKEN, "s".repeat(30));
    private static final String CALLER = """
            {"firm":"acme","email":"c1@example.com","contactsCount":2,"contacts":[{"id":"c1","type":"PERSON","name":"C"},
            {"id":"o1","type":"ORGANIZATION","name":"O"}],"scope":"requests","amr":["email"],"acr":"aal1",
            "totpEnrolled":false,"recoveryCodesLeft":0,"accessMode":"MAGIC_LINK_ONLY"}""";

    @Test
    void eitherForm_isLetThrough_butNotBoth_norHalfOfEach() {
        assertThat(redeemed(BY_TOKEN).requestViolations()).isEmpty();
        assertThat(redeemed(BY_CODE).requestViolations()).isEmpty();
        String both = Sample.changed(BY_CODE, "/token", "\"" + Sample.TOKEN + "\"");
        for (String body : List.of(
                both,
                Sample.changed(both, "/code", null),
                Sample.changed(BY_CODE, "/code", null),
                Sample.changed(BY_CODE, "/linkId", null),
                Sample.changed(BY_CODE, "/deviceSecret", null))) {
            assertThat(redeemed(body).requestViolations()).as(body).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K7QM3XWD",
                "k7qm 3xwd",
                "00000000",
                "K7QM--3XWD",
                "K7Q-M3XWD",
                " K7QM\u20133XWD\\r\\n",
                "\uFF2B\uFF17QM\u30003XWD\u200B"
            })
    void aCode_isTakenAsPeopleTypeAndPasteIt(String code) {
        assertThat(redeemed(withCode(code)).requestViolations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7QM3XW", "K7QM3XWDA", "K7QM_3XWD", "K7QM+3XWD", "K7QMÄXWD"})
    void aCodeInAnotherForm_isARequestViolation(String code) {
        assertThat(redeemed(withCode(code)).requestViolations()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "acme.c1~AAAAAAAAAAAAAAAAAAAAAA.xxxxxxxxxxxxxxxx/xxxxx",
                "acme.c1~AAAAAAAAAAAAAAAAAAAAAA.xxxxxxxxxxxxxxxx xxxxx"
            })
    void aLinkIdInAnotherForm_isARequestViolation(String id) {
        String body = Sample.changed(BY_CODE, "/linkId", "\"" + id + "\"");
        assertThat(redeemed(body).requestViolations()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "5"})
    void aWrongCode_saysHowManyTriesAreLeft(String left) {
        assertThat(wrongCode(left)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "6", "2.5", "\"3\"", "null"})
    void anotherNumberOfTriesLeft_isObjectedTo(String left) {
        assertThat(wrongCode(left)).isNotEmpty();
        assertThat(wrongCode(null)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid-token, 1",
        "403, enrolment-required, 0",
        "403, forbidden, 1",
        "409, link-claimed, 0",
        "429, too-many-attempts, 0",
        "429, too-many-requests, 1",
        "422, address-undeliverable, 1"
    })
    void redeeming_hasItsOwnProblems(int status, String code, int objections) {
        List<String> replies = redeem(sample -> {
                    sample.problem(status, code);
                    sample.answeredHeaders.put("Retry-After", List.of("60"));
                    sample.answeredHeaders.put("WWW-Authenticate", status == 401 ? List.of("Bearer") : List.of());
                })
                .replyViolations();
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
    }

    @Test
    void tooManyAttempts_saysWhenToTryAgain() {
        assertThat(redeem(sample -> sample.problem(429, "too-many-attempts")).replyViolations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "request:r1, 0",
        "requests, 0",
        "request:, 1",
        "requests:r1, 1",
        "REQUESTS, 1",
        "request:r1 requests, 1",
        "portal, 1"
    })
    void aSession_reachesOneRequestOrAll(String scope, int objections) {
        List<String> replies = redeem(sample -> sample.set("/session/scope", "\"" + scope + "\""))
                .replyViolations();
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
    }

    @Test
    void aCaller_mayBeSeveralContacts_butOneOnlyForOneRequest() {
        assertThat(me(sample -> {})).isEmpty();
        assertThat(me(sample -> sample.set("/scope", "\"request:r1\""))).isNotEmpty();
        assertThat(me(sample -> {
                    sample.set("/scope", "\"request:r1\"");
                    sample.set("/contacts", "[{\"id\":\"c1\",\"type\":\"PERSON\",\"name\":\"C\"}]");
                }))
                .isEmpty();
        assertThat(me(sample -> sample.set("/contacts", "[]"))).isNotEmpty();
    }

    private static String withCode(String code) {
        return Sample.changed(BY_CODE, "/code", "\"" + code + "\"");
    }

    private static List<String> wrongCode(@Nullable String left) {
        return redeem(sample -> {
                    sample.problem(401, "invalid-code");
                    sample.set("/attemptsLeft", left);
                })
                .replyViolations();
    }

    private static Result redeemed(String body) {
        return redeem(sample -> sample.asked = body);
    }

    private static Result redeem(Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = "/v1/magic-links/redeem";
            sample.asked = BY_CODE;
            sample.answered = SESSION;
        };
        return spoilt(good.andThen(spoil));
    }

    private static List<String> me(Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.method = "GET";
            sample.path = "/v1/me";
            sample.asked = null;
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
            sample.answered = CALLER;
        };
        return spoilt(good.andThen(spoil)).replyViolations();
    }
}
