package dev.latchkey.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    @Test
    void composedOrNot_itIsTheSamePassword() {
        Password composed = Password.of("caf\u00E9 au lait");
        Password decomposed = Password.of("cafe\u0301 au lait");
        assertThat(decomposed.utf8()).isEqualTo(composed.utf8());
        assertThat(decomposed.length()).isEqualTo(12).isEqualTo(composed.length());
    }

    @Test
    void nothingElseIsMadeEqual() {
        byte[] chosen = Password.of("Password \uFB01ne").utf8();
        assertThat(chosen).isEqualTo("Password \uFB01ne".getBytes(StandardCharsets.UTF_8));
        assertThat(Password.of("Password fine").utf8()).isNotEqualTo(chosen);
        assertThat(Password.of("password \uFB01ne").utf8()).isNotEqualTo(chosen);
        assertThat(Password.of(" Password \uFB01ne").utf8()).isNotEqualTo(chosen);
        assertThat(Password.of("Password \uFB01ne\t").utf8()).isNotEqualTo(chosen);
    }

    @Test
    void aLongOne_isNotCut() {
        assertThat(Password.of("x".repeat(10_000)).utf8()).hasSize(10_000);
    }

    @Test
    void charactersOutsideTheBasicPlane_countOnce() {
        assertThat(Password.of("\uD83D\uDE80\uD83C\uDF55a").length()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\uD83D\uDE80 and spaces", "tab\tand\u0001", "\uFFFD"})
    void textIsWellFormed(String text) {
        assertThat(Password.of(text).isWellFormed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "a\0b",
                "\uD83D",
                "high \uD83D alone",
                "\uDE80",
                "low \uDE80 alone",
                "\uDE80\uD83D",
                "end\0"
            })
    void nulAndUnpairedSurrogates_areNoText(String text) {
        assertThat(Password.of(text).isWellFormed()).isFalse();
    }

    @Test
    void anUnpairedSurrogate_isNeverTakenForAQuestionMark() {
        assertThat(Password.of("what\uD83D").utf8())
                .isNotEqualTo(Password.of("what?").utf8());
        assertThat(Password.of("what\uDE80").utf8())
                .isNotEqualTo(Password.of("what?").utf8());
    }

    @Test
    void printingIt_showsNothingOfIt() {
        assertThat(Password.of("correct horse")).hasToString("•••");
    }

    @Test
    void whatIsFarTooLong_isNotNormalised_whichWouldTakeTheSquareOfItsLength() {
        String piled = "\u0301".repeat(3_500) + "\u0316".repeat(3_500);
        assertThat(Password.of("e" + piled).text()).isEqualTo("e" + piled);
        assertThat(Password.of("e" + "\u0301".repeat(1_000)).text()).startsWith("\u00e9");
    }
}
