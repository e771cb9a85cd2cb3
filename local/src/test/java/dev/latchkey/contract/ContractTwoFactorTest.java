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

/** The checker must be seen to object where authenticator apps are set up and removed, and codes are made. */
class ContractTwoFactorTest {

    private static final String ENROLL = "POST /v1/totp/enroll";
    private static final String VERIFY = "POST /v1/totp/verify";
    private static final String RECOVER = "POST /v1/recovery-codes/verify";
    private static final String CODES = "POST /v1/recovery-codes";
    private static final String REMOVE = "DELETE /v1/totp";
    private static final String CHANGE = "PUT /v1/password";

    private static final String PENDING = """
            {"secret":"%s","otpauthUri":"otpauth://totp/A:b?secret=x&issuer=A","qrSvg":"<svg xmlns='x'></svg>",
            "expiresAt":"2026-11-24T15:01:37.791Z"}""".formatted("A".repeat(32));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST /v1/totp/enroll           | {}                                | 0",
                "POST /v1/totp/enroll           | {'password':'p'}                  | 0",
                "POST /v1/totp/enroll           | {'password':'p','code':'012345'}  | 0",
                "POST /v1/totp/enroll           | {'code':'012345'}                 | 1",
                "POST /v1/totp/enroll           | {'password':'p','recoveryCode':'AAAA-BBBB-CCCC-DDDD'} | 0",
                "POST /v1/totp/enroll           | {'password':'p','recoveryCode':'AAAA-BBBB-CCCC'}      | 1",
                "POST /v1/totp/enroll           | {'password':'p','code':'012345','recoveryCode':'AAAA-BBBB-CCCC-DDDD'} | 1",
                "POST /v1/totp/enroll           | {'recoveryCode':'AAAA-BBBB-CCCC-DDDD'}                | 1",
                "POST /v1/totp/enroll           | {'password':'p','code':'12345'}   | 1",
                "POST /v1/totp/enroll           | {'secret':'x'}                    | 1",
                "POST /v1/totp/verify           | {'code':'000000'}                 | 0",
                "POST /v1/totp/verify           | {'code':492039}                   | 1",
                "POST /v1/totp/verify           | {'code':'+92039'}                 | 1",
                "POST /v1/totp/verify           | {}                                | 1",
                "POST /v1/recovery-codes/verify | {'recoveryCode':'AAAA-BBBB-CCCC-DDDD'} | 0",
                "POST /v1/recovery-codes/verify | {'recoveryCode':'aaaabbbbccccdddd'}    | 0",
                "POST /v1/recovery-codes/verify | {'recoveryCode':'AAAA-BBBB-CCCC'}      | 1",
                "POST /v1/recovery-codes/verify | {'recoveryCode':'AAAA--BBBB-CCCC-DDD'} | 1",
                "POST /v1/recovery-codes/verify | {'code':'AAAA-BBBB-CCCC-DDDD'}         | 1",
                "POST /v1/recovery-codes        | {'code':'492039'}                 | 0",
                "POST /v1/recovery-codes        | {'recoveryCode':'AAAA-BBBB-CCCC-DDDD'} | 0",
                "POST /v1/recovery-codes        | {'code':'492039','recoveryCode':'AAAA-BBBB-CCCC-DDDD'} | 1",
                "POST /v1/recovery-codes        | {}                                | 1",
                "DELETE /v1/totp                | {'password':'p','code':'492039'}  | 0",
                "DELETE /v1/totp                | {'password':'p','recoveryCode':'AAAA-BBBB-CCCC-DDDD'} | 0",
                "DELETE /v1/totp                | {'password':'p','code':'492039','recoveryCode':'AAAA-BBBB-CCCC-DDDD'} | 1",
                "DELETE /v1/totp                | {'recoveryCode':'AAAA-BBBB-CCCC-DDDD'} | 1",
                "DELETE /v1/totp                | {'password':'p'}                  | 1",
                "DELETE /v1/totp                | {'code':'492039'}                 | 1"
            })
    void whatIsAsked_hasOneForm(String route, String body, int objections) {
        List<String> asked =
                call(route, sample -> sample.asked = body.replace('\'', '"')).requestViolations();
        assertThat(asked.isEmpty()).as(asked.toString()).isEqualTo(objections == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {ENROLL, VERIFY, RECOVER, CODES, REMOVE})
    void everyOneOfThem_needsABearer(String route) {
        assertThat(call(route, sample -> sample.askedHeaders.remove("Authorization"))
                        .requestViolations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/secret     | ",
                "/secret     | 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1'",
                "/secret     | 'AAAAAAAAAAAAAAAA'",
                "/otpauthUri | ",
                "/otpauthUri | 'https://qr.example/?secret=x'",
                "/qrSvg      | ",
                "/qrSvg      | 'https://qr.example/?secret=x'",
                "/expiresAt  | ",
                "/status     | 'ENROLMENT_REQUIRED'"
            })
    void whatTheAppNeeds_hasOneForm(String pointer, @Nullable String json) {
        Consumer<Sample> begun = sample -> {
            sample.status = 200;
            sample.answered = PENDING;
        };
        assertThat(call(ENROLL, begun).replyViolations()).isEmpty();
        String value = json == null ? null : json.replace('\'', '"');
        assertThat(call(ENROLL, begun.andThen(sample -> sample.set(pointer, value)))
                        .replyViolations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10, AAAA-BBBB-CCCC-DD, 0",
        "9, AAAA-BBBB-CCCC-DD, 1",
        "11, AAAA-BBBB-CCCC-DD, 1",
        "10, AAAABBBBCCCCDD, 1"
    })
    void recoveryCodes_areTen_inFourGroups(int count, String begin, int objections) {
        List<String> replies = call(CODES, sample -> {
                    sample.status = 200;
                    sample.answered = "{\"recoveryCodes\":" + codes(count, begin) + "}";
                })
                .replyViolations();
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
    }

    @Test
    void removing_isAnsweredByNothing() {
        Consumer<Sample> removed = sample -> {
            sample.status = 204;
            sample.answered = "";
            sample.answeredHeaders.remove("Content-Type");
        };
        assertThat(call(REMOVE, removed).replyViolations()).isEmpty();
        assertThat(call(CODES, removed).replyViolations()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 invalid-token         | enroll verify recover codes remove change",
                "401 invalid-credentials   | enroll remove change",
                "401 invalid-code          | enroll codes remove change",
                "403 insufficient-scope    | enroll verify codes remove change",
                "403 enrolment-required    | codes remove change",
                "403 totp-required-by-firm | remove",
                "403 login-off             | ",
                "409 no-enrolment-pending  | verify",
                "409 not-enrolled          | codes remove",
                "409 no-account            | ",
                "422 password-rejected     | change",
                "429 too-many-attempts     | enroll verify recover codes remove change",
                "429 too-many-requests     | enroll remove change"
            })
    void eachRoute_hasItsOwnProblems(String problem, @Nullable String routes) {
        String[] parts = problem.split(" ", 2);
        List<String> names = List.of("enroll", "verify", "recover", "codes", "remove", "change");
        List<String> keys = List.of(ENROLL, VERIFY, RECOVER, CODES, REMOVE, CHANGE);
        for (int i = 0; i < keys.size(); i++) {
            Consumer<Sample> refused = ContractAccountsTest.refusal(Integer.parseInt(parts[0]), parts[1]);
            if (parts[1].equals("password-rejected")) {
                refused = refused.andThen(sample -> sample.set("/reason", "\"COMMON\""));
            }
            List<String> replies = call(keys.get(i), refused).replyViolations();
            boolean declared = routes != null && List.of(routes.split(" ", -1)).contains(names.get(i));
            assertThat(replies.isEmpty()).as(names.get(i) + replies).isEqualTo(declared);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 0", "-1, 1", "11, 1", "'\"3\"', 1", ", 1"})
    void aWrongCode_saysHowManyTriesAreLeft_inASessionOnlyWhereOneWasTaken(@Nullable String left, int objections) {
        for (String route : List.of(VERIFY, RECOVER)) {
            List<String> replies = call(route, wrong(left)).replyViolations();
            assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
        }
        for (String route : List.of(ENROLL, CODES, REMOVE, CHANGE)) {
            assertThat(call(route, wrong(left)).replyViolations().isEmpty()).isEqualTo(left == null || objections == 0);
        }
    }

    private static Consumer<Sample> wrong(@Nullable String left) {
        return sample -> {
            sample.problem(401, "invalid-code");
            sample.set("/attemptsLeft", left);
        };
    }

    static String codes(int count, String begin) {
        StringBuilder codes = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            codes.append(i == 0 ? "\"" : ",\"").append(begin).append(10 + i).append('"');
        }
        return codes.append(']').toString();
    }

    /** A call in good form, as yet answered by nothing in particular. */
    private static Result call(String route, Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.method = route.split(" ", 2)[0];
            sample.path = route.split(" ", 2)[1];
            sample.asked = switch (route) {
                case ENROLL -> "{}";
                case RECOVER -> "{\"recoveryCode\":\"AAAA-BBBB-CCCC-DDDD\"}";
                case REMOVE -> "{\"password\":\"p\",\"code\":\"492039\"}";
                case CHANGE -> "{\"currentPassword\":\"p\",\"newPassword\":\"q\"}";
                default -> "{\"code\":\"492039\"}";
            };
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
        };
        return spoilt(good.andThen(spoil));
    }
}
