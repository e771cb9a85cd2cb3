package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code of the app or a recovery code: how it is written, on the routes that take either. */
class RecoveryCodeFieldsTest {

    private static final List<String> WITH_PASSWORD = List.of("POST /v1/totp/enroll", "DELETE /v1/totp");
    private static final String CODES = "POST /v1/recovery-codes";

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Owner owner = codes.enrolled(address);

    private Answer send(String route, String body) {
        String[] parts = route.split(" ", 2);
        return world.api().send(parts[0], parts[1], body, "Authorization", "Bearer " + access(owner.session()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'code':'123456','recoveryCode':'0000-0000-0000-0000' | recoveryCode | must be left out beside code",
                "'code':null,'recoveryCode':'0000-0000-0000-0000'     | recoveryCode | must be left out beside code",
                "'recoveryCode':''                    | recoveryCode | must be four groups of four characters",
                "'recoveryCode':' - '                 | recoveryCode | must be four groups of four characters",
                "'recoveryCode':'0000-0000-0000-000'  | recoveryCode | must be four groups of four characters",
                "'recoveryCode':'123456'              | recoveryCode | must be four groups of four characters",
                "'recoveryCode':'0000_0000_0000_0000' | recoveryCode | must be four groups of four characters",
                "'recoveryCode':null                  | recoveryCode | must be four groups of four characters",
                "'recoveryCode':1234567890123456      | recoveryCode | must be four groups of four characters",
                "'recoveryCode':true                  | recoveryCode | must be four groups of four characters",
                "'recoveryCode':['0000-0000-0000-0000'] | recoveryCode | must be four groups of four characters",
                "'recoveryCode':{}                    | recoveryCode | must be four groups of four characters",
                "'code':'0000-0000-0000-0000'         | code         | must be six digits",
                "'code':''                            | code         | must be six digits",
                "'recovery':'0000-0000-0000-0000','code':'123456' | recovery | is not known here"
            })
    void whatIsNoOneCode_isMalformed_andCostsNoTry(String members, String field, String message) {
        String codes = members.replace('\'', '"');
        for (String route : WITH_PASSWORD) {
            assertThat(errors(send(route, "{\"password\":\"" + Portal.PASSWORD + "\"," + codes + "}")))
                    .as(route)
                    .containsExactly(field + " " + message);
        }
        assertThat(errors(send(CODES, "{" + codes + "}"))).containsExactly(field + " " + message);
        Answer wrong = send(CODES, "{\"recoveryCode\":\"0000-0000-0000-0000\"}");
        assertThat(wrong.body().path("attemptsLeft").asInt()).isEqualTo(9);
    }

    @Test
    void withoutAnyCode_removingAndRenewingAreMalformed_andReplacingIsUnproven() {
        assertThat(errors(send("DELETE /v1/totp", "{\"password\":\"p\"}"))).containsExactly("code is missing");
        assertThat(errors(send(CODES, "{}"))).containsExactly("code is missing");
        Answer unproven = send("POST /v1/totp/enroll", "{\"password\":\"" + Portal.PASSWORD + "\"}");
        assertThat(unproven.status()).isEqualTo(401);
        assertThat(unproven.code()).isEqualTo("invalid-code");
        assertThat(unproven.body().has("attemptsLeft")).as("no try was taken").isFalse();
    }

    @Test
    void aPasswordAndACodeThatAreBothMalformed_areToldTogether() {
        assertThat(errors(send("DELETE /v1/totp", "{\"password\":1,\"recoveryCode\":\"x\"}")))
                .containsExactlyInAnyOrder(
                        "password must be text", "recoveryCode must be four groups of four characters");
    }

    @Test
    void withAChallenge_noneIsTaken() {
        Answer refused = world.api()
                .send(
                        "POST",
                        "/v1/totp/enroll",
                        "{\"recoveryCode\":\"" + owner.recoveryCodes().getFirst() + "\"}",
                        "Authorization",
                        "Bearer " + codes.challenge(address));
        assertThat(errors(refused)).containsExactly("recoveryCode is not known here");
    }

    @Test
    void itIsTaken_asPeopleTypeAndPasteIt() {
        String bearer = access(owner.session());
        assertThat(codes.enrollByRecovery(
                                bearer,
                                Portal.PASSWORD,
                                owner.recoveryCodes().get(0).toLowerCase(Locale.ROOT))
                        .status())
                .isEqualTo(200);
        assertThat(codes.enrollByRecovery(
                                bearer,
                                Portal.PASSWORD,
                                "\u200B " + owner.recoveryCodes().get(1).replace('-', '\u2014') + "\r\n")
                        .status())
                .isEqualTo(200);
        assertThat(codes.removeByRecovery(
                                owner.session(),
                                Portal.PASSWORD,
                                fullWidth(owner.recoveryCodes().get(2)))
                        .status())
                .isEqualTo(204);
    }

    private static String fullWidth(String code) {
        return code.replace("-", "")
                .chars()
                .map(character -> character - '!' + '\uFF01')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> errors(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid-request");
        JsonNode errors = refused.body().path("errors");
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("field").asText() + " "
                        + error.path("message").asText())
                .toList();
    }
}
