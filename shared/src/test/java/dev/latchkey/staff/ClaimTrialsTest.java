package dev.latchkey.staff;

import static dev.latchkey.staff.Trial.refused;
import static dev.latchkey.staff.Trial.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims that the provider really signed, RFC 7519 section 4.1, each with one thing changed from the right ones. */
class ClaimTrialsTest {

    private static final KeyPair KEY = Token.pair("EC", new ECGenParameterSpec("secp256r1"));
    private static final Token RIGHT = Token.of("ES256", "k1");
    private static final long NOW = Provider.NOW.getEpochSecond();
    private static final String EXP = "\"exp\":" + (NOW + 3600);
    private static final String IAT = "\"iat\":" + NOW;
    private static final Provider PROVIDER = new Provider(Provider.jwk("k1", KEY.getPublic()));
    private static final AuthenticateStaff STAFF = PROVIDER.verifier();

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    static List<Trial> times() {
        List<Trial> trials = new ArrayList<>(List.of(
                taken("nothing changed", signed(RIGHT.claims())),
                taken("ended 59 s ago", changed(EXP, "\"exp\":" + (NOW - 59))),
                refused("ended 60 s ago", changed(EXP, "\"exp\":" + (NOW - 60))),
                refused("ended 61 s ago", changed(EXP, "\"exp\":" + (NOW - 61))),
                taken("issued in 60 s", changed(IAT, "\"iat\":" + (NOW + 60))),
                refused("issued in 61 s", changed(IAT, "\"iat\":" + (NOW + 61))),
                taken("good from in 60 s", added("\"nbf\":" + (NOW + 60))),
                refused("good from in 61 s", added("\"nbf\":" + (NOW + 61))),
                taken("good from long ago", added("\"nbf\":0")),
                taken("without jti, which is the provider's own affair", signed(RIGHT.claims())),
                taken("for twelve hours", changed(EXP, "\"exp\":" + (NOW + 43_200))),
                refused("for a second more", changed(EXP, "\"exp\":" + (NOW + 43_201))),
                refused("issued twelve hours before its end and a second", changed(IAT, "\"iat\":" + (NOW - 39_601))),
                refused("for a year", changed(EXP, "\"exp\":" + (NOW + 31_536_000))),
                refused("no exp", changed("," + EXP, "")),
                refused("no iat", changed(IAT + ",", ""))));
        for (String value : List.of(
                "\"" + (NOW + 60) + "\"",
                (NOW + 60) + ".5",
                (NOW + 60) + ".0",
                "1.8e9",
                "null",
                "true",
                "[" + NOW + "]",
                "{}",
                "9223372036854775808",
                "-9223372036854775809",
                "1e400",
                "\"\"")) {
            trials.add(refused("exp " + value, changed(EXP, "\"exp\":" + value)));
            trials.add(refused("iat " + value, changed(IAT, "\"iat\":" + value)));
            trials.add(refused("nbf " + value, added("\"nbf\":" + value)));
        }
        trials.add(refused("exp before all time", changed(EXP, "\"exp\":-9223372036854775808")));
        trials.add(refused("iat before all time", changed(IAT, "\"iat\":-9223372036854775808")));
        trials.add(refused("iat after all time", changed(IAT, "\"iat\":9223372036854775807")));
        trials.add(refused("exp after all time", changed(EXP, "\"exp\":9223372036854775807")));
        trials.add(refused("exp at the end of the calendar", changed(EXP, "\"exp\":253402300799")));
        trials.add(refused("exp a second after it", changed(EXP, "\"exp\":253402300800")));
        return trials;
    }

    static List<Trial> whoAndFor() {
        List<Trial> trials = new ArrayList<>(List.of(
                taken("one audience, in a list", changed("\"latchkey\"", "[\"latchkey\"]")),
                taken("a subject of 255 characters", changed("\"s1\"", "\"" + "s".repeat(255) + "\"")),
                refused("a subject of 256 characters", changed("\"s1\"", "\"" + "s".repeat(256) + "\"")),
                taken("no role", changed("[\"portal:admin\"]", "[]")),
                taken("a claim that nobody here knows", added("\"amr\":{\"a\":[1]}"))));
        for (String aud : List.of(
                "[\"latchkey\",\"other\"]",
                "[\"other\",\"latchkey\"]",
                "[\"latchkey\",\"latchkey\"]",
                "[]",
                "[[\"latchkey\"]]",
                "\"Latchkey\"",
                "\"latchkey \"",
                "\"latchkey,other\"",
                "\"client-portal\"",
                "{\"latchkey\":1}",
                "null",
                "7")) {
            trials.add(refused("aud " + aud, changed("\"latchkey\"", aud)));
        }
        for (String iss : List.of(
                "\"https://id.example.com/\"",
                "\"HTTPS://id.example.com\"",
                "\"https://id.example.com.evil.test\"",
                "\"https://evil.test\"",
                "[\"https://id.example.com\"]",
                "null",
                "\"\"")) {
            trials.add(refused("iss " + iss, changed("\"https://id.example.com\"", iss)));
        }
        for (String sub : List.of("\"\"", "\" \"", "\"\\t\"", "7", "null", "[\"s1\"]", "\"s\\ud800\"")) {
            trials.add(refused("sub " + sub, changed("\"s1\"", sub)));
        }
        for (String firm : List.of(
                "\"acme#x\"",
                "\"acme.x\"",
                "\"\"",
                "\"acme \"",
                "\"acme\\n\"",
                "\"~acme\"",
                "[\"acme\"]",
                "null",
                "7",
                "\"" + "a".repeat(65) + "\"")) {
            trials.add(refused("firm " + firm, changed("\"acme\"", firm)));
        }
        for (String roles : List.of("\"portal:admin\"", "[\"portal:admin\",7]", "[[\"portal:admin\"]]", "{}", "null")) {
            trials.add(refused("roles " + roles, changed("[\"portal:admin\"]", roles)));
        }
        for (String claim : List.of("iss", "aud", "sub", "firm")) {
            trials.add(
                    refused("no " + claim, signed(RIGHT.claims().replaceFirst("\"" + claim + "\":\"[^\"]*\",", ""))));
        }
        trials.add(refused("no roles", changed("\"roles\":[\"portal:admin\"],", "")));
        return trials;
    }

    static List<Trial> twice() {
        List<Trial> trials = new ArrayList<>();
        for (String claim : List.of(
                "\"firm\":\"birch\"",
                "\"firm\":\"acme\"",
                "\"sub\":\"s2\"",
                "\"aud\":\"other\"",
                "\"roles\":[]",
                "\"exp\":1",
                "\"iss\":\"x\"",
                "\"f\\u0069rm\":\"birch\"")) {
            trials.add(refused(
                    claim + " before the right one",
                    signed(RIGHT.claims().replaceFirst("\\{", "{" + claim.replace("\\", "\\\\") + ","))));
            trials.add(refused(claim + " after the right one", added(claim)));
        }
        return trials;
    }

    @ParameterizedTest
    @MethodSource({"times", "whoAndFor", "twice"})
    void claims_areTakenOnlyWhereEachIsRight(Trial trial) {
        assertThat(STAFF.authenticate(trial.token()).isPresent()).isEqualTo(trial.taken());
    }

    private static String changed(String from, String to) {
        assertThat(RIGHT.claims()).containsOnlyOnce(from);
        return signed(RIGHT.claims().replace(from, to));
    }

    private static String added(String claim) {
        return signed(RIGHT.claims().replace("}", "," + claim + "}"));
    }

    private static String signed(String claims) {
        return new Token(RIGHT.header(), claims).signed("SHA256withECDSAinP1363Format", KEY.getPrivate());
    }
}
