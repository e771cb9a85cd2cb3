package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FromHeaderTest {

    @Test
    void aPlainName_isQuoted() {
        assertThat(from("Acme, Ltd")).isEqualTo("\"Acme, Ltd\" <no-reply@latchkey.test>");
    }

    @Test
    void aNameWithQuotesOrOtherLetters_goesAsEncodedWords() {
        assertThat(from("The \"A\" <x>")).startsWith("=?UTF-8?B?").endsWith("?= <no-reply@latchkey.test>");
        assertThat(from("Müller")).isEqualTo("=?UTF-8?B?TcO8bGxlcg==?= <no-reply@latchkey.test>");
    }

    @Test
    void noEncodedWordIsLongerThanSeventyFiveCharacters() {
        String header = from("\uD83D\uDE00".repeat(80));
        for (String word : header.substring(0, header.indexOf(" <")).split(" ", -1)) {
            assertThat(word.length()).isLessThanOrEqualTo(75);
        }
    }

    private static String from(String name) {
        return FromHeader.of(DisplayName.of(name), "no-reply@latchkey.test");
    }
}
