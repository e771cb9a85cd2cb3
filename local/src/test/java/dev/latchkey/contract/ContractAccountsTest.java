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

/** The checker must be seen to object where accounts are asked for and passwords are chosen. */
class ContractAccountsTest {

    private static final String SIGN_UP = "/v1/firms/acme/accounts";
    private static final String FORGOT = "/v1/firms/acme/password/forgot";
    private static final String SET_UP = "/v1/accounts/set-up";
    private static final String RESET = "/v1/password/reset";
    private static final String CHANGE = "/v1/password";

    private static final String CHOICE = """
            {"token":"%s","password":"p"}""".formatted(Sample.TOKEN);

    @ParameterizedTest
    @ValueSource(strings = {SIGN_UP, FORGOT})
    void theAnswerIsAccepted_andTellsNobodyWhoHasAnAccount(String path) {
        assertThat(wished(path, sample -> {}).requestViolations()).isEmpty();
        assertThat(wished(path, sample -> {}).replyViolations()).isEmpty();
        assertThat(wished(path, sample -> sample.answered = "{\"status\":\"ACCEPTED\",\"account\":true}")
                        .replyViolations())
                .isNotEmpty();
        assertThat(wished(path, sample -> sample.status = 200).replyViolations())
                .isNotEmpty();
        assertThat(wished(path, sample -> sample.asked = "{\"email\":\"nobody\"}")
                        .requestViolations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "403, login-off, 0",
        "404, not-found, 0",
        "429, too-many-requests, 0",
        "429, too-many-attempts, 1",
        "409, account-exists, 1",
        "410, link-expired, 1",
        "422, address-undeliverable, 1",
        "401, invalid-credentials, 1"
    })
    void askingForMail_hasItsOwnProblems(int status, String code, int objections) {
        for (String path : List.of(SIGN_UP, FORGOT)) {
            List<String> replies = wished(path, refusal(status, code)).replyViolations();
            assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\u0000", "\\ud800", "p", "äöü", "pass word"})
    void anyTextMayBeAPassword_sinceTheRulesAnswerForIt(String text) {
        String body = Sample.changed(CHOICE, "/password", "\"" + text + "\"");
        assertThat(setUp(sample -> sample.asked = body).requestViolations()).isEmpty();
        assertThat(reset(sample -> sample.asked = body).requestViolations()).isEmpty();
    }

    @Test
    void aPasswordIsAsLongAsItLikes_butATextItMustBe() {
        String longOne = Sample.changed(CHOICE, "/password", "\"" + "p".repeat(10_000) + "\"");
        assertThat(setUp(sample -> sample.asked = longOne).requestViolations()).isEmpty();
        for (String other : new String[] {"7", "null", "[\"p\"]", "true"}) {
            String body = Sample.changed(CHOICE, "/password", other);
            assertThat(setUp(sample -> sample.asked = body).requestViolations())
                    .as(other)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, login-off, 0",
        "403, enrolment-required, 1",
        "404, not-found, 0",
        "410, link-used, 0",
        "410, link-expired, 0",
        "410, link-superseded, 0",
        "409, link-claimed, 1",
        "409, account-exists, 1",
        "401, invalid-token, 1",
        "429, too-many-requests, 0",
        "429, too-many-attempts, 1"
    })
    void aMailedLink_hasItsOwnProblems(int status, String code, int objections) {
        List<String> made = setUp(refusal(status, code)).replyViolations();
        assertThat(made.isEmpty()).as(made.toString()).isEqualTo(objections == 0);
        List<String> replaced = reset(refusal(status, code)).replyViolations();
        assertThat(replaced.isEmpty()).as(replaced.toString()).isEqualTo(objections == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_SHORT, 0",
        "TOO_LONG, 0",
        "COMMON, 0",
        "CONTEXT, 0",
        "INVALID_CHARACTERS, 0",
        "UGLY, 1",
        "too_short, 1",
        ", 1"
    })
    void aRejectedPassword_saysOneOfFiveReasons(@Nullable String reason, int objections) {
        Consumer<Sample> rejected = sample -> {
            sample.problem(422, "password-rejected");
            sample.set("/reason", reason == null ? null : "\"" + reason + "\"");
        };
        for (Result result : List.of(setUp(rejected), reset(rejected), change(rejected))) {
            assertThat(result.replyViolations().isEmpty())
                    .as(result.replyViolations().toString())
                    .isEqualTo(objections == 0);
        }
    }

    @Test
    void aReset_signsNobodyIn() {
        assertThat(reset(sample -> {}).replyViolations()).isEmpty();
        assertThat(reset(sample -> {
                            sample.status = 200;
                            sample.answered = ContractLoginTest.session("portal", "\"pwd\"");
                        })
                        .replyViolations())
                .isNotEmpty();
    }

    @Test
    void aChange_needsBothPasswordsAndABearer_andTakesSixDigits() {
        assertThat(change(sample -> {}).requestViolations()).isEmpty();
        assertThat(change(sample -> {}).replyViolations()).isEmpty();
        assertThat(change(sample -> sample.askedHeaders.remove("Authorization")).requestViolations())
                .isNotEmpty();
        assertThat(changing("/currentPassword", null)).isNotEmpty();
        assertThat(changing("/newPassword", null)).isNotEmpty();
        assertThat(changing("/password", "\"p\"")).isNotEmpty();
        assertThat(changing("/code", "\"012345\"")).isEmpty();
        assertThat(changing("/code", "\" 012 345\"")).isEmpty();
        for (String code : new String[] {"12345", "1234567", "12345a", "+123456"}) {
            assertThat(changing("/code", "\"" + code + "\"")).as(code).isNotEmpty();
        }
        assertThat(changing("/code", "123456")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid-token, Bearer, 0",
        "401, invalid-token, , 1",
        "401, invalid-credentials, , 0",
        "401, invalid-credentials, Bearer, 1",
        "401, invalid-code, , 0",
        "401, invalid-code, Bearer, 1",
        "403, insufficient-scope, , 0",
        "403, enrolment-required, , 0",
        "403, login-off, , 1",
        "403, forbidden, , 1",
        "429, too-many-attempts, , 0",
        "429, too-many-requests, , 0",
        "404, not-found, , 1"
    })
    void aChange_hasItsOwnProblems_ofWhichOneNamesTheBearer(
            int status, String code, @Nullable String way, int objections) {
        List<String> replies = change(refusal(status, code).andThen(sample -> {
                    sample.answeredHeaders.remove("WWW-Authenticate");
                    if (way != null) {
                        sample.answeredHeaders.put("WWW-Authenticate", List.of(way));
                    }
                }))
                .replyViolations();
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
    }

    private static List<String> changing(String pointer, @Nullable String json) {
        return change(sample -> sample.asked = Sample.changed(String.valueOf(sample.asked), pointer, json))
                .requestViolations();
    }

    static Consumer<Sample> refusal(int status, String code) {
        return sample -> {
            sample.problem(status, code);
            sample.answeredHeaders.put("Retry-After", List.of("5"));
            if (code.equals("invalid-token")) {
                sample.answeredHeaders.put("WWW-Authenticate", List.of("Bearer"));
            }
        };
    }

    private static Result wished(String path, Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = path;
            sample.asked = "{\"email\":\" C1@Example.com\"}";
            sample.status = 202;
            sample.answered = "{\"status\":\"ACCEPTED\"}";
        };
        return spoilt(good.andThen(spoil));
    }

    private static Result setUp(Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = SET_UP;
            sample.asked = CHOICE;
            sample.status = 201;
            sample.answered = ContractLoginTest.session("portal", "\"email\",\"pwd\"");
        };
        return spoilt(good.andThen(spoil));
    }

    private static Result reset(Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = RESET;
            sample.asked = CHOICE;
            done(sample);
        };
        return spoilt(good.andThen(spoil));
    }

    private static Result change(Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.method = "PUT";
            sample.path = CHANGE;
            sample.asked = "{\"currentPassword\":\"\",\"newPassword\":\"p\"}";
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
            done(sample);
        };
        return spoilt(good.andThen(spoil));
    }

    private static void done(Sample sample) {
        sample.status = 204;
        sample.answered = "";
        sample.answeredHeaders.remove("Content-Type");
    }
}
