package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Plan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final Email ADDRESS = Email.parse("carla.one@example.com").orElseThrow();
    private static final PasswordRules RULES = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wombats dig at midnight",
                "only lower letters here",
                "ONLY UPPER LETTERS HERE",
                "839201746583920",
                "correct horse battery staple",
                "zażółć gęślą jaźń raz",
                "鳥が夜に歌うのを聞いた人は誰",
                "🦉🦉🐢🌵🦊🐙🌻🐝🎺🥕🧭🪁🪐🦔🧵",
                "  spaces before and after  ",
                "purple elephants of Acme dance at midnight",
                "the accounting of small gifts by moonlight"
            })
    void whatIsHardToGuess_isGood_whateverItIsMadeOf(String password) {
        String longEnough = password.codePointCount(0, password.length()) < 15 ? password + "鳥" : password;
        assertThat(alone(longEnough)).isEmpty();
    }

    @Test
    void theMinimum_isFifteenCodePoints_andEightWhereASecondFactorIsDemanded() {
        String fourteen = "🦉🐢🌵🦊🐙🌻🐝🎺🥕🧭🪁🪐🦔🧵";
        assertThat(fourteen.codePointCount(0, fourteen.length())).isEqualTo(14);
        assertThat(alone(fourteen)).contains(Rejection.TOO_SHORT);
        assertThat(alone(fourteen + "x")).isEmpty();
        String seven = "🦉🐢🌵🦊🐙🌻🐝";
        assertThat(withSecondFactor(seven)).contains(Rejection.TOO_SHORT);
        assertThat(withSecondFactor(seven + "x")).isEmpty();
    }

    @Test
    void composedAndDecomposed_areTheSamePassword_andCountAlike() {
        String composed = "caf\u00e9 au lait, fr";
        String decomposed = "cafe\u0301 au lait, fr";
        assertThat(Password.of(composed).utf8())
                .isEqualTo(Password.of(decomposed).utf8());
        assertThat(Password.of(decomposed).length()).isEqualTo(16);
    }

    @Test
    void noOtherSpelling_isTheSamePassword() {
        byte[] right = Password.of("Kelvin sleeps in the rain").utf8();
        for (String other : List.of(
                "kelvin sleeps in the rain",
                "Kelvin sleeps in the rain ",
                " Kelvin sleeps in the rain",
                "Kelvin sleeps in the rai",
                "\uff2belvin sleeps in the rain",
                "Kelvin\u00a0sleeps in the rain")) {
            assertThat(Password.of(other).utf8()).isNotEqualTo(right);
        }
    }

    @Test
    void aHundredAndTwentyEight_areTaken_andNotOneMore() {
        String longest = "long words ".repeat(11) + "1234567";
        assertThat(longest).hasSize(128);
        String varied = IntStream.range(0, 128)
                .mapToObj(i -> Character.toString('a' + (i * i * 7 + i * 3) % 26))
                .reduce("", String::concat);
        assertThat(alone(varied)).isEmpty();
        assertThat(alone(varied.substring(0, 64))).isEmpty();
        assertThat(alone(varied + "x")).contains(Rejection.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nul \u0000 in the middle of it", "half a pair \ud83e at the", "\udd89 the other half of it"})
    void whatIsNoText_isRefused_beforeAllElse(String password) {
        assertThat(alone(password)).contains(Rejection.INVALID_CHARACTERS);
        assertThat(alone(password.substring(0, 13))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "PasswordPassword",
                "P@ssw0rdP@ssw0rd",
                "sunshine sunshine",
                "Sunshine, Sunshine, Sunshine",
                "internationalizationinternationalization",
                "123456789012345",
                "12345678901234567890123456789012345678901234567890",
                "987654321098765",
                "aaaaaaaaaaaaaaaaaaaa",
                "abcabcabcabcabcabc",
                "abcdefghijklmnopqrstuvwxyz",
                "qwertyuiopasdfgh",
                "qwertyuiopasdfghjklzxcvbnm",
                "1q2w3e4r5t6y7u8i9o0p",
                "asdfghjkl;'asdf",
                "zaq12wsxzaq12wsx",
                "qazwsxedcrfvtgbyhn",
                "letmeinletmeinletmein",
                "administrator1234"
            })
    void whatIsGuessedFirst_isCommon_howeverLong(String password) {
        assertThat(alone(password)).contains(Rejection.COMMON);
    }

    @ParameterizedTest
    @CsvSource({
        "Acme Accounting 2026!!",
        "acmeaccounting1234",
        "ACME-ACME-ACME-ACME",
        "accounting accounting",
        "carla.one@example.com",
        "Carla.One 12345 one!",
        "latchkeylatchkey",
        "My Latchkey 2026"
    })
    void theFirmsName_theOwnAddress_andTheProduct_areNoPasswords(String password) {
        assertThat(alone(password)).contains(Rejection.CONTEXT);
    }

    @Test
    void everyCommonPasswordThatIsLongEnough_isRefused_andSoIsEachOfThemDoubled() throws IOException {
        List<String> common =
                common().stream().filter(word -> word.length() >= 8).toList();
        assertThat(common).hasSizeGreaterThan(10_000);
        List<String> sample = IntStream.range(0, common.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(common::get)
                .toList();
        assertThat(sample)
                .hasSizeGreaterThan(3_000)
                .allMatch(word -> withSecondFactor(word).isPresent());
        assertThat(sample).allMatch(word -> alone(word + word).isPresent());
    }

    @Test
    void passphrasesOfFourCommonWords_areNeverRefused() throws IOException {
        List<String> words = common().stream()
                .filter(word -> word.matches("[a-z]{4,9}"))
                .limit(3_000)
                .toList();
        Random lot = new Random(7);
        for (int i = 0; i < 300; i++) {
            String phrase = IntStream.range(0, 4)
                    .mapToObj(word -> words.get(lot.nextInt(words.size())))
                    .reduce((one, other) -> one + " " + other)
                    .orElseThrow();
            assertThat(phrase.length() < 15 ? Optional.empty() : alone(phrase))
                    .as(phrase)
                    .isEmpty();
        }
    }

    @Test
    void aHostileText_isMeasuredByItsBeginningAlone() {
        String hostile = "4@8({[<369$5+7%2!1|0".repeat(7).substring(0, 128);
        assertThat(alone(hostile)).isEmpty();
    }

    private static Optional<Rejection> alone(String password) {
        return RULES.judge(Password.of(password), firm(AccessMode.MAGIC_LINK_AND_LOGIN), ADDRESS);
    }

    private static Optional<Rejection> withSecondFactor(String password) {
        return RULES.judge(Password.of(password), firm(AccessMode.MAGIC_LINK_AND_LOGIN_2FA), ADDRESS);
    }

    private static Firm firm(AccessMode mode) {
        return new Firm(new FirmId("acme"), "Acme Accounting", Plan.BUSINESS, mode, Duration.ofDays(30), 0);
    }

    private static List<String> common() throws IOException {
        var list = Objects.requireNonNull(
                Zxcvbn.class.getResourceAsStream("/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
