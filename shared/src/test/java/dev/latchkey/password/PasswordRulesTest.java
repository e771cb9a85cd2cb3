package dev.latchkey.password;

import static dev.latchkey.password.Judged.ONLY_FACTOR;
import static dev.latchkey.password.Judged.SECOND_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final String ROCKETS = "🚀🍕🦊🌵🎻🧊🐙⛵🪁🥨🦉🍩🎲🏀🌋";

    @Test
    void fifteenCodePoints_areEnoughForTheOnlyFactor() {
        assertThat(ROCKETS.codePoints()).hasSize(15);
        assertThat(ONLY_FACTOR.judge(ROCKETS)).isEmpty();
        assertThat(ONLY_FACTOR.judge(first(14, ROCKETS))).contains(PasswordRejection.TOO_SHORT);
        assertThat(ONLY_FACTOR.judge("vexing lamb owl")).isEmpty();
        assertThat(ONLY_FACTOR.judge("vexing lamb ow")).contains(PasswordRejection.TOO_SHORT);
    }

    @Test
    void eightAreEnough_besideASecondFactor() {
        assertThat(SECOND_FACTOR.judge(first(8, ROCKETS))).isEmpty();
        assertThat(SECOND_FACTOR.judge(first(7, ROCKETS))).contains(PasswordRejection.TOO_SHORT);
        assertThat(SECOND_FACTOR.judge("gk4vzq8t")).isEmpty();
        assertThat(SECOND_FACTOR.judge("gk4vzq8")).contains(PasswordRejection.TOO_SHORT);
    }

    @Test
    void lengthIsCountedOfTheComposedForm() {
        assertThat(SECOND_FACTOR.judge("gk4vzqe\u0301")).contains(PasswordRejection.TOO_SHORT);
    }

    @Test
    void oneHundredTwentyEightAreTaken_andOneMoreIsRefusedLoudly() {
        String long128 = Judged.varied(128);
        assertThat(ONLY_FACTOR.judge(long128)).isEmpty();
        assertThat(ONLY_FACTOR.judge(Judged.varied(64))).isEmpty();
        assertThat(ONLY_FACTOR.judge(long128 + "x")).contains(PasswordRejection.TOO_LONG);
        assertThat(SECOND_FACTOR.judge(long128 + "🚀")).contains(PasswordRejection.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "only small letters here",
                "ONLY LARGE LETTERS HERE",
                "840275196638205",
                "     wide      open      spaces     ",
                "жёлтый трактор поёт",
                "海の向こうに静かな灯台が見えた夜",
                "?/)=&%+~;>'^{-:"
            })
    void noSortOfCharacterIsDemanded(String text) {
        assertThat(ONLY_FACTOR.judge(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vexing lamb owl\0", "vexing lamb owl\uD83D", "\uDE80vexing lamb owl"})
    void whatIsNoText_isRefused(String text) {
        assertThat(ONLY_FACTOR.judge(text)).contains(PasswordRejection.INVALID_CHARACTERS);
    }

    @Test
    void theFirstThingWrongIsTold() {
        assertThat(ONLY_FACTOR.judge("\0")).contains(PasswordRejection.INVALID_CHARACTERS);
        assertThat(ONLY_FACTOR.judge("\0".repeat(129))).contains(PasswordRejection.INVALID_CHARACTERS);
        assertThat(ONLY_FACTOR.judge("acme")).contains(PasswordRejection.TOO_SHORT);
        assertThat(ONLY_FACTOR.judge("password")).contains(PasswordRejection.TOO_SHORT);
        assertThat(ONLY_FACTOR.judge("acme".repeat(33))).contains(PasswordRejection.TOO_LONG);
        assertThat(ONLY_FACTOR.judge("a".repeat(129))).contains(PasswordRejection.TOO_LONG);
        assertThat(ONLY_FACTOR.judge("acmeacmeacmeacme")).contains(PasswordRejection.CONTEXT);
    }

    private static String first(int codePoints, String text) {
        return text.substring(0, text.offsetByCodePoints(0, codePoints));
    }
}
