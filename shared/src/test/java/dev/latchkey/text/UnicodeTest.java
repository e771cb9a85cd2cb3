package dev.latchkey.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u0000", "\uFFFF", "\uD83D\uDE00", "a\uD83D\uDE00b", "\uD800\uDC00"})
    void textWithWholePairs_isWellFormed(String text) {
        assertThat(Unicode.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDFFF", "a\uD83D", "\uDE00\uD83D", "\uD83Da\uDE00", "\uD83D\uD83D\uDE00"})
    void halfAPair_isNotWellFormed(String text) {
        assertThat(Unicode.isWellFormed(text)).isFalse();
    }
}
