package dev.latchkey.contract;

import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker must be seen to object to sessions that claim another strength than what was proven, or tell too much. */
class ContractSecondStepTest {

    private static final String CODES = ContractTwoFactorTest.codes(10, "AAAA-BBBB-CCCC-DD");
    private static final String CHALLENGE = """
            {"status":"TOTP_REQUIRED","challenge":"%s","expiresIn":600,"recoveryAllowed":true}""".formatted(Sample.TOKEN);

    /** The routes that let a client in, by a word for each. */
    enum Door {
        LOGIN("/v1/firms/acme/login", "{\"email\":\"c1@example.com\",\"password\":\"\"}", 200),
        SET_UP("/v1/accounts/set-up", "{\"token\":\"" + Sample.TOKEN + "\",\"password\":\"p\"}", 201),
        REDEEM(
                "/v1/magic-links/redeem",
                "{\"token\":\"" + Sample.TOKEN + "\",\"deviceSecret\":\"" + "d".repeat(43) + "\"}",
                200),
        REFRESH("/v1/sessions/refresh", "{\"refreshToken\":\"" + Sample.TOKEN + "\"}", 200),
        VERIFY("/v1/totp/verify", "{\"code\":\"492039\"}", 200),
        RECOVER("/v1/recovery-codes/verify", "{\"recoveryCode\":\"AAAA-BBBB-CCCC-DDDD\"}", 200);

        private final String path;
        private final String asked;
        private final int status;

        Door(String path, String asked, int status) {
            this.path = path;
            this.asked = asked;
            this.status = status;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "VERIFY  | portal     | 'pwd','otp'             | aal2 | 0",
                "VERIFY  | portal     | 'email','pwd','otp'     | aal2 | 0",
                "VERIFY  | requests   | 'email','otp'           | aal2 | 0",
                "VERIFY  | portal     | 'pwd','recovery','otp'  | aal2 | 0",
                "VERIFY  | portal     | 'pwd','otp'             | aal1 | 1",
                "VERIFY  | portal     | 'pwd'                   | aal1 | 1",
                "VERIFY  | portal     | 'pwd'                   | aal2 | 1",
                "VERIFY  | portal     | 'otp','pwd'             | aal2 | 1",
                "VERIFY  | portal     | 'otp'                   | aal2 | 1",
                "VERIFY  | portal     | 'pwd','otp','otp'       | aal2 | 1",
                "VERIFY  | portal     | 'email','otp'           | aal2 | 1",
                "VERIFY  | requests   | 'pwd','otp'             | aal2 | 1",
                "VERIFY  | portal     | 'pwd','recovery'        | aal2 | 1",
                "RECOVER | portal     | 'pwd','recovery'        | aal2 | 0",
                "RECOVER | portal     | 'pwd','temporary'       | aal2 | 0",
                "RECOVER | requests   | 'email','temporary'     | aal2 | 0",
                "RECOVER | portal     | 'pwd','recovery'        | aal1 | 1",
                "RECOVER | portal     | 'pwd','otp'             | aal2 | 1",
                "RECOVER | portal     | 'pwd'                   | aal1 | 1",
                "REFRESH | portal     | 'pwd','otp'             | aal2 | 0",
                "REFRESH | requests   | 'email','recovery'      | aal2 | 0",
                "REFRESH | portal     | 'pwd'                   | aal2 | 1",
                "REFRESH | requests   | 'email'                 | aal2 | 1",
                "REFRESH | portal     | 'pwd','sms'             | aal2 | 1"
            })
    void aSession_isAsStrongAsWhatWasProven(Door door, String scope, String amr, String acr, int objections) {
        List<String> replies = replies(door, sample -> {
            sample.answered = session(scope, amr.replace('\'', '"'), acr);
            sample.set("/recoveryCodesLeft", "9");
        });
        assertThat(replies.isEmpty()).as(replies.toString()).isEqualTo(objections == 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGIN", "SET_UP"})
    void aPasswordAlone_letsNobodyInWhoHasAnApp(Door door) {
        String in = session("portal", "\"pwd\"", "aal1");
        assertThat(replies(door, sample -> sample.answered = in)).isEmpty();
        assertThat(replies(door, sample -> sample.answered = session("portal", "\"pwd\",\"otp\"", "aal2")))
                .isNotEmpty();
        assertThat(replies(door, sample -> {
                    sample.answered = in;
                    sample.set("/recoveryCodesLeft", "9");
                }))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/enrolmentSuggested | true   | LOGIN",
                "/enrolmentSuggested | false  | ",
                "/recoveryCodesLeft  | 3      | REDEEM REFRESH VERIFY RECOVER",
                "/recoveryCodesLeft  | 0      | REDEEM REFRESH VERIFY RECOVER",
                "/recoveryCodesLeft  | 11     | ",
                "/recoveryCodesLeft  |        | LOGIN SET_UP REDEEM REFRESH",
                "/recoveryCodes      | []     | ",
                "/challenge          | \"x\"  | "
            })
    void whatASessionTellsBesides_dependsOnTheWayIn(String member, @Nullable String json, @Nullable String doors) {
        for (Door door : Door.values()) {
            List<String> replies = replies(door, sample -> {
                sample.answered = good(door);
                sample.set(member, json);
            });
            boolean declared = doors != null && List.of(doors.split(" ", -1)).contains(door.name());
            assertThat(replies.isEmpty()).as(door + replies.toString()).isEqualTo(declared);
        }
    }

    @Test
    void freshRecoveryCodes_comeWithTheFirstCode_andAreAllThere() {
        for (Door door : Door.values()) {
            List<String> replies = replies(door, sample -> {
                sample.answered = good(door);
                sample.set("/recoveryCodesLeft", "10");
                sample.set("/recoveryCodes", CODES);
            });
            assertThat(replies.isEmpty()).as(door + replies.toString()).isEqualTo(door == Door.VERIFY);
        }
        assertThat(replies(Door.VERIFY, sample -> {
                    sample.answered = good(Door.VERIFY);
                    sample.set("/recoveryCodes", CODES);
                }))
                .isNotEmpty();
    }

    @Test
    void aChallenge_answersALoginAndALink_andNothingElse() {
        for (Door door : Door.values()) {
            List<String> replies = replies(door, sample -> sample.answered = CHALLENGE);
            assertThat(replies.isEmpty())
                    .as(door + replies.toString())
                    .isEqualTo(List.of(Door.LOGIN, Door.REDEEM).contains(door));
        }
    }

    @Test
    void aCaller_hasCodesOnlyWithAnApp_andIsAsStrongAsWhatWasProven() {
        assertThat(caller("/recoveryCodesLeft", "0")).isEmpty();
        assertThat(caller("/recoveryCodesLeft", "11")).isNotEmpty();
        assertThat(caller("/totpEnrolled", "false")).isNotEmpty();
        assertThat(caller("/acr", "\"aal1\"")).isNotEmpty();
    }

    private static List<String> caller(String pointer, String json) {
        return replies(Door.LOGIN, sample -> {
            sample.method = "GET";
            sample.path = "/v1/me";
            sample.asked = null;
            sample.answered = """
                    {"firm":"acme","email":"c1@example.com","contactsCount":1,"contacts":[{"id":"c1","type":"PERSON","name":"C"}],
                    "scope":"portal","amr":["pwd","otp"],"acr":"aal2","totpEnrolled":true,"recoveryCodesLeft":9,
                    "accessMode":"MAGIC_LINK_AND_LOGIN_2FA"}""";
            sample.set(pointer, json);
        });
    }

    private static String good(Door door) {
        String in =
                switch (door) {
                    case LOGIN, SET_UP, REFRESH -> session("portal", "\"pwd\"", "aal1");
                    case REDEEM -> session("requests", "\"email\"", "aal1");
                    case VERIFY -> session("portal", "\"pwd\",\"otp\"", "aal2");
                    case RECOVER -> session("portal", "\"pwd\",\"recovery\"", "aal2");
                };
        boolean counted = door == Door.VERIFY || door == Door.RECOVER;
        return counted ? Sample.changed(in, "/recoveryCodesLeft", "9") : in;
    }

    private static String session(String scope, String amr, String acr) {
        return Sample.changed(ContractLoginTest.session(scope, amr), "/session/acr", "\"" + acr + "\"");
    }

    private static List<String> replies(Door door, Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = door.path;
            sample.asked = door.asked;
            sample.status = door.status;
            sample.askedHeaders.put("Authorization", List.of("Bearer a.b.c"));
        };
        return spoilt(good.andThen(spoil)).replyViolations();
    }
}
