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

/** The checker must be seen to object where a login is answered by halves, or lets in who is not in. */
class ContractLoginTest {

    private static final String LOGIN = "/v1/firms/acme/login";
    private static final String SET_UP = "/v1/accounts/set-up";
    private static final String TOTP = """
            {"status":"TOTP_REQUIRED","challenge":"%s","expiresIn":600,"recoveryAllowed":true}""".formatted(Sample.TOKEN);
    private static final String ENROLMENT = """
            {"status":"ENROLMENT_REQUIRED","challenge":"%s","expiresIn":600}""".formatted(Sample.TOKEN);
    private static final String SESSION = session("portal", "\"pwd\"");

    static String session(String scope, String amr) {
        return """
                {"status":"SIGNED_IN","accessToken":"%s.b.c","tokenType":"Bearer","expiresIn":584,"refreshToken":"%s",
                "refreshExpiresAt":"2026-11-25T02:51:37.791Z",
                "session":{"id":"%s","scope":"%s","amr":[%s],"acr":"aal1"}}""".formatted("a".repeat(40), Sample.TOKEN, "s".repeat(30), scope, amr);
    }

    @Test
    void aLogin_isASession_orOneOfTwoChallenges() {
        for (String answer : List.of(SESSION, TOTP, ENROLMENT)) {
            assertThat(loggedIn(answer)).as(answer).isEmpty();
        }
        assertThat(login(sample -> sample.status = 201).replyViolations()).isNotEmpty();
    }

    @Test
    void aSetUp_isASession_orLeadsToEnrolment_butToNoCode() {
        assertThat(setUp(session("portal", "\"email\",\"pwd\""))).isEmpty();
        assertThat(setUp(ENROLMENT)).isEmpty();
        assertThat(setUp(TOTP)).isNotEmpty();
        assertThat(login(sample -> {
                            sample.path = SET_UP;
                            sample.status = 200;
                        })
                        .replyViolations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/accessToken  | 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b.c'",
                "/refreshToken | 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
                "/session      | {}",
                "/status       | 'SIGNED_IN'",
                "/status       | 'HALF_IN'",
                "/status       | ",
                "/challenge    | ",
                "/challenge    | 'short'",
                "/expiresIn    | ",
                "/expiresIn    | 0",
                "/expiresIn    | 601",
                "/expiresIn    | '600'",
                "/email        | 'c1@example.com'"
            })
    void aChallengeInAnotherForm_orWithTokensBesides_isObjectedTo(String pointer, @Nullable String json) {
        String value = json == null ? null : json.replace('\'', '"');
        assertThat(loggedIn(Sample.changed(TOTP, pointer, value))).isNotEmpty();
        assertThat(loggedIn(Sample.changed(ENROLMENT, pointer, value))).isNotEmpty();
        assertThat(setUp(Sample.changed(ENROLMENT, pointer, value))).isNotEmpty();
    }

    @Test
    void aSession_hasNoChallenge_andNeitherHalfStandsForTheOther() {
        assertThat(loggedIn(Sample.changed(SESSION, "/challenge", "\"" + Sample.TOKEN + "\"")))
                .isNotEmpty();
        assertThat(loggedIn(Sample.changed(SESSION, "/status", "\"TOTP_REQUIRED\"")))
                .isNotEmpty();
        assertThat(loggedIn(Sample.changed(TOTP, "/recoveryAllowed", null))).isNotEmpty();
        assertThat(loggedIn(Sample.changed(ENROLMENT, "/recoveryAllowed", "true")))
                .isNotEmpty();
        assertThat(loggedIn("{}")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "portal     | 'pwd'          | 0",
                "portal     | 'email','pwd'  | 0",
                "portal     | 'pwd','email'  | 1",
                "portal     | 'pwd','pwd'    | 1",
                "portal     | 'email'        | 1",
                "portal     | 'otp'          | 1",
                "portal     |                | 1",
                "requests   | 'email'        | 1",
                "requests   | 'pwd'          | 1",
                "request:r1 | 'email'        | 1",
                "PORTAL     | 'pwd'          | 1"
            })
    void aLogin_reachesThePortal_byAPassword(String scope, @Nullable String amr, int objections) {
        List<String> replies = loggedIn(session(scope, amr == null ? "" : amr.replace('\'', '"')));
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "portal     | 'pwd'         | 0",
                "requests   | 'email'       | 0",
                "request:r1 | 'email'       | 0",
                "portal     | 'email'       | 1",
                "requests   | 'email','pwd' | 1",
                "request:r1 | 'pwd'         | 1"
            })
    void aRefresh_keepsScopeAndProofTogether(String scope, String amr, int objections) {
        List<String> replies = login(sample -> {
                    sample.path = "/v1/sessions/refresh";
                    sample.asked = "{\"refreshToken\":\"" + Sample.TOKEN + "\"}";
                    sample.answered = session(scope, amr.replace('\'', '"'));
                })
                .replyViolations();
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
    }

    @Test
    void aLink_leadsNobodyToThePortal() {
        Consumer<Sample> redeeming = sample -> {
            sample.path = "/v1/magic-links/redeem";
            sample.asked = "{\"token\":\"" + Sample.TOKEN + "\",\"deviceSecret\":\"" + "d".repeat(43) + "\"}";
        };
        assertThat(login(redeeming).replyViolations()).isNotEmpty();
        assertThat(login(redeeming.andThen(sample -> sample.answered = session("requests", "\"email\"")))
                        .replyViolations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid-credentials, 0",
        "401, invalid-token, 1",
        "403, login-off, 0",
        "403, enrolment-required, 1",
        "404, not-found, 0",
        "409, no-account, 1",
        "422, password-rejected, 1",
        "423, locked, 1",
        "429, too-many-attempts, 0",
        "429, too-many-requests, 0"
    })
    void aLogin_hasItsOwnProblems(int status, String code, int objections) {
        List<String> replies = login(ContractAccountsTest.refusal(status, code)).replyViolations();
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
    }

    @Test
    void aWrongPassword_namesNoBearer_andNoTriesLeft() {
        Consumer<Sample> wrong = sample -> sample.problem(401, "invalid-credentials");
        assertThat(login(wrong.andThen(sample -> sample.answeredHeaders.put("WWW-Authenticate", List.of("Bearer"))))
                        .replyViolations())
                .isNotEmpty();
        assertThat(login(wrong.andThen(sample -> sample.set("/attemptsLeft", "3")))
                        .replyViolations())
                .isNotEmpty();
    }

    @Test
    void aLock_saysWhenToTryAgain() {
        for (String code : List.of("too-many-attempts", "too-many-requests")) {
            assertThat(login(sample -> sample.problem(429, code)).replyViolations())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'email':'c1@example.com'}",
                "{'password':'p'}",
                "{'email':'nobody','password':'p'}",
                "{'email':'c1@example.com','password':7}",
                "{'email':'c1@example.com','password':'p','code':'123456'}"
            })
    void credentialsInAnotherForm_areARequestViolation(String body) {
        assertThat(login(sample -> sample.asked = body.replace('\'', '"')).requestViolations())
                .isNotEmpty();
        assertThat(login(sample -> {}).requestViolations()).isEmpty();
    }

    private static List<String> setUp(String answer) {
        return login(sample -> {
                    sample.path = SET_UP;
                    sample.asked = "{\"token\":\"" + Sample.TOKEN + "\",\"password\":\"p\"}";
                    sample.status = 201;
                    sample.answered = answer;
                })
                .replyViolations();
    }

    private static List<String> loggedIn(String answer) {
        return login(sample -> sample.answered = answer).replyViolations();
    }

    private static Result login(Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = LOGIN;
            sample.asked = "{\"email\":\"c1@example.com\",\"password\":\"\"}";
            sample.answered = SESSION;
        };
        return spoilt(good.andThen(spoil));
    }
}
