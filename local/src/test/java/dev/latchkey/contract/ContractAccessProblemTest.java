package dev.latchkey.contract;

import static dev.latchkey.contract.ContractAccessTest.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contract.ContractAccessTest.Call;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checker must be seen to object where the four are refused in another way than is written. */
class ContractAccessProblemTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 invalid-cursor         | TRAIL",
                "401 invalid-token          | LOOK KEEP_OUT LET_IN TRAIL",
                "401 invalid-credentials    | ",
                "403 forbidden              | LOOK KEEP_OUT LET_IN TRAIL",
                "403 login-off              | ",
                "403 insufficient-scope     | ",
                "404 not-found              | LOOK KEEP_OUT LET_IN TRAIL",
                "409 no-account             | KEEP_OUT LET_IN",
                "409 not-enrolled           | ",
                "409 account-exists         | ",
                "413 payload-too-large      | KEEP_OUT LET_IN",
                "415 unsupported-media-type | KEEP_OUT LET_IN",
                "422 email-required         | KEEP_OUT LET_IN",
                "422 no-address             | KEEP_OUT LET_IN",
                "422 idempotency-key-reused | KEEP_OUT LET_IN",
                "422 address-undeliverable  | ",
                "429 too-many-requests      | ",
                "500 internal-error         | LOOK KEEP_OUT LET_IN TRAIL",
                "503 service-unavailable    | LOOK KEEP_OUT LET_IN TRAIL"
            })
    void eachCall_hasItsOwnProblems(String problem, @Nullable String calls) {
        String[] parts = problem.split(" ", 2);
        List<String> named = calls == null ? List.of() : List.of(calls.split(" ", -1));
        for (Call call : Call.values()) {
            List<String> replies = made(call, ContractAccountsTest.refusal(Integer.parseInt(parts[0]), parts[1]))
                    .replyViolations();
            assertThat(replies.isEmpty()).as(call + replies.toString()).isEqualTo(named.contains(call.name()));
        }
    }

    @Test
    void whatMakesNoSense_isNamedByItsField_whereThereIsAnythingToGetWrong() {
        String errors = "[{\"field\":\"limit\",\"message\":\"is wrong\"}]";
        Consumer<Sample> invalid = sample -> sample.problem(400, "invalid-request");
        Consumer<Sample> named = invalid.andThen(sample -> sample.set("/errors", errors));
        for (Call call : Call.values()) {
            assertThat(made(call, invalid).replyViolations()).as(call.name()).isNotEmpty();
            assertThat(made(call, named).replyViolations().isEmpty())
                    .as(call.name())
                    .isEqualTo(call != Call.LOOK);
        }
        Consumer<Sample> cursor =
                sample -> sample.problem(400, "invalid-cursor").set("/errors", errors);
        assertThat(made(Call.TRAIL, cursor).replyViolations()).isNotEmpty();
    }

    @Test
    void aMissingToken_isToldTheWayIn_andAForeignFirmIsToldNothing() {
        for (Call call : Call.values()) {
            Consumer<Sample> silent = ContractAccountsTest.refusal(401, "invalid-token")
                    .andThen(sample -> sample.answeredHeaders.remove("WWW-Authenticate"));
            assertThat(made(call, silent).replyViolations()).as(call.name()).isNotEmpty();
            Consumer<Sample> chatty = ContractAccountsTest.refusal(404, "not-found")
                    .andThen(sample -> sample.set("/firmId", "\"birch\""));
            assertThat(made(call, chatty).replyViolations()).as(call.name()).isNotEmpty();
        }
    }
}
