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

/** The checker must be seen to object where staff reset, unlock, and hand out codes for the day. */
class ContractRepairTest {

    private static final String ACCESS = """
            {"contactId":"c1","type":"PERSON","name":"C","status":"ACTIVE","email":"c1@example.com","sharedWith":[],"sharedWithCount":0,
            "totp":{"enrolled":true,"since":"2026-11-24T14:51:37.791Z","recoveryCodesLeft":7},"lastLogin":
            {"at":"2026-11-24T14:51:37.791Z","amr":["pwd","otp"]},"invitation":null,"undeliverable":false,
            "lockedUntil":null,"lastLink":null,"directoryFaults":[]}""";

    /** What staff may do, and a good answer to it. */
    enum Deed {
        RESET(
                "reset",
                200,
                "{\"affectedContacts\":[{\"contactId\":\"c1\",\"name\":\"C\"}],\"affectedCount\":1,\"sessionsEnded\":0}"),
        UNLOCK("unlock", 200, ACCESS),
        ISSUE("temporary-code", 201, "{\"code\":\"AAAA-BBBB-CCCC-DDDD\",\"expiresAt\":\"2026-11-25T14:51:37.791Z\"}");

        private final String path;
        private final int status;
        private final String answered;

        Deed(String path, int status, String answered) {
            this.path = path;
            this.status = status;
            this.answered = answered;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'reason':'new phone'}                              | RESET UNLOCK ISSUE",
                "{'reason':'new phone','email':'c4@example.com'}     | RESET UNLOCK ISSUE",
                "{}                                                  | UNLOCK",
                "{'email':'c4@example.com'}                          | UNLOCK",
                "{'reason':'no'}                                     | ",
                "{'reason':null}                                     | ",
                "{'reason':'new phone','email':'nobody'}             | ",
                "{'reason':'new phone','contactId':'c1'}             | "
            })
    void aReason_isNeededWhereAFactorIsTouched(String body, @Nullable String deeds) {
        for (Deed deed : Deed.values()) {
            Result result = done(deed, sample -> sample.asked = body.replace('\'', '"'));
            assertThat(result.requestViolations().isEmpty())
                    .as(deed + result.requestViolations().toString())
                    .isEqualTo(isNamed(deed, deeds));
        }
    }

    @Test
    void everyDeed_needsABearer_andAWellFormedKey() {
        for (Deed deed : Deed.values()) {
            assertThat(done(deed, sample -> {}).replyViolations()).isEmpty();
            assertThat(done(deed, sample -> sample.askedHeaders.remove("Authorization"))
                            .requestViolations())
                    .isNotEmpty();
            assertThat(done(deed, sample -> sample.askedHeaders.put("Idempotency-Key", List.of("two words")))
                            .requestViolations())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RESET  | /affectedCount           | 0",
                "RESET  | /affectedContacts        | ",
                "RESET  | /affectedContacts        | []",
                "RESET  | /affectedContacts        | [{'id':'c1'}]",
                "RESET  | /sessionsEnded           | ",
                "RESET  | /sessionsEnded           | -1",
                "RESET  | /password                | 'p'",
                "ISSUE  | /code                    | ",
                "ISSUE  | /code                    | 'AAAA-BBBB'",
                "ISSUE  | /code                    | '492039'",
                "ISSUE  | /expiresAt               | ",
                "UNLOCK | /totp/since              | null",
                "UNLOCK | /totp/enrolled           | false",
                "UNLOCK | /totp/recoveryCodesLeft  | 11",
                "UNLOCK | /totp/secret             | 'x'",
                "UNLOCK | /lastLogin/amr           | ['otp']"
            })
    void anAnswerInAnotherForm_isObjectedTo(Deed deed, String pointer, @Nullable String json) {
        String value = json == null ? null : json.replace('\'', '"');
        assertThat(done(deed, sample -> sample.set(pointer, value)).replyViolations())
                .isNotEmpty();
    }

    @Test
    void withoutAnApp_thereIsNoTimeAndNoCode() {
        String none = "{\"enrolled\":false,\"since\":null,\"recoveryCodesLeft\":0}";
        assertThat(done(Deed.UNLOCK, sample -> sample.set("/totp", none)).replyViolations())
                .isEmpty();
        for (String some : List.of(none.replace('0', '1'), none.replace("null", "\"2026-11-24T14:51:37.791Z\""))) {
            assertThat(done(Deed.UNLOCK, sample -> sample.set("/totp", some)).replyViolations())
                    .as(some)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 invalid-token          | RESET UNLOCK ISSUE",
                "403 forbidden              | RESET UNLOCK ISSUE",
                "403 login-off              | ",
                "404 not-found              | RESET UNLOCK ISSUE",
                "409 no-account             | RESET UNLOCK ISSUE",
                "409 not-enrolled           | ISSUE",
                "409 already-issued         | ISSUE",
                "409 account-exists         | ",
                "422 email-required         | RESET UNLOCK ISSUE",
                "422 no-address             | RESET UNLOCK ISSUE",
                "422 idempotency-key-reused | RESET UNLOCK ISSUE",
                "422 address-undeliverable  | ",
                "429 too-many-requests      | "
            })
    void eachDeed_hasItsOwnProblems(String problem, @Nullable String deeds) {
        String[] parts = problem.split(" ", 2);
        for (Deed deed : Deed.values()) {
            List<String> replies = done(deed, ContractAccountsTest.refusal(Integer.parseInt(parts[0]), parts[1]))
                    .replyViolations();
            assertThat(replies.isEmpty()).as(deed + replies.toString()).isEqualTo(isNamed(deed, deeds));
        }
    }

    private static boolean isNamed(Deed deed, @Nullable String deeds) {
        return deeds != null && List.of(deeds.split(" ", -1)).contains(deed.name());
    }

    private static Result done(Deed deed, Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = "/v1/firms/acme/contacts/c1/portal-access/" + deed.path;
            sample.asked = "{\"reason\":\"new phone\"}";
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
            sample.status = deed.status;
            sample.answered = deed.answered;
        };
        return spoilt(good.andThen(spoil));
    }
}
