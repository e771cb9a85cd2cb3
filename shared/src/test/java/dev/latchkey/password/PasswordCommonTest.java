package dev.latchkey.password;

import static dev.latchkey.password.Judged.ONLY_FACTOR;
import static dev.latchkey.password.Judged.SECOND_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordCommonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012345",
                "098765432109876543210",
                "qwertyuiopasdfgh",
                "qwertyuiopasdfghjklzxcvbnm",
                "QWERTYUIOP{}ASDFGHJKL:",
                "1q2w3e4r5t6y7u8i9o0p",
                "0o9i8u7y6t5r4e3w2q1qazsxdcfvgbhn",
                "🚀🚀🚀🚀🍕🍕🍕🍕🦊🦊🦊🦊🌵🌵🌵🌵",
                "qazwsxedcrfvtgbyhnujm",
                "azertyuiopqsdfghjklm",
                "!@#$%^&*()!@#$%^&*()",
                "abcdefghijklmnopqrstuvwxyz",
                "abcdefmnopqrvwxyzghijklrstuv",
                "112233445566778899",
                "aaaaaaaaaaaaaaaaaaaa",
                "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
                "               ",
                "passwordpassword",
                "passwordpasswordpassword",
                "Password password PASSWORD",
                "password1password2password3",
                "abcabcabcabcabcabc",
                "footballbaseball",
                "drowssapdrowssap",
                "P@ssw0rd P@ssw0rd",
                "Welcome2024!!!!",
                "pａssword1234567"
            })
    void whatManyChoose_isRefused(String text) {
        assertThat(ONLY_FACTOR.judge(text)).contains(PasswordRejection.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD",
                "p@ssw0rd",
                "Pa$$word1",
                "Password2024!",
                "Monkey2024!",
                "2024Monkey",
                "iloveyou1"
            })
    void aCommonWordInAnyCaseWithDecoration_isRefusedBesideASecondFactorToo(String text) {
        assertThat(SECOND_FACTOR.judge(text)).contains(PasswordRejection.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "password", "qwertz", "letmein!", "1234567890", "qwertyuiopasdfghjkl", "gk4v"})
    void whatIsTypedAgainAndAgain_isRefusedHoweverLong(String unit) {
        for (int length = 16; length <= 128; length++) {
            String text = unit.repeat(length).substring(0, length);
            assertThat(ONLY_FACTOR.judge(text)).as("%s × %d", unit, length).contains(PasswordRejection.COMMON);
        }
    }

    @Test
    void everyListedPasswordOfEightCharacters_isRefusedBesideASecondFactor() throws IOException {
        assertThat(listed())
                .hasSizeGreaterThan(10_000)
                .allSatisfy(word -> assertThat(SECOND_FACTOR.judge(word)).isPresent());
    }

    /** A third of them, spread over the list: to judge all takes long. */
    @Test
    void listedPasswordsDoubled_areRefusedAsTheOnlyFactor() throws IOException {
        List<String> listed = listed();
        List<String> some = IntStream.range(0, listed.size() / 3)
                .mapToObj(i -> listed.get(3 * i))
                .toList();
        assertThat(some)
                .hasSizeGreaterThan(3_000)
                .allSatisfy(word -> assertThat(ONLY_FACTOR.judge(word + word.toUpperCase(Locale.ROOT)))
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "purple elephants dance at midnight",
                "correcthorsebatterystaple",
                "we were assessed in dresden",
                "my password is never password",
                "a long enough password",
                "gravel owl gravel owl vexing lamb"
            })
    void aPassphraseThatHoldsCommonWords_isTaken(String text) {
        assertThat(ONLY_FACTOR.judge(text)).isEmpty();
    }

    private static List<String> listed() throws IOException {
        return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                .filter(word -> word.length() >= 8)
                .toList();
    }
}
