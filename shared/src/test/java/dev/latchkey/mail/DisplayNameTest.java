package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameTest {

    @ParameterizedTest
    @CsvSource({
        "Acme Accounting, Acme Accounting",
        "Müller & Söhne, Müller & Söhne",
        "A.B. Smith & Co., A. B. Smith & Co.",
        "http://evil.test/x, http: evil. test/x",
        "http:\\\\evil.test, http: evil. test",
        "http\uFF1A\uFF0F\uFF0Fevil.test, http: evil. test",
        "tel:+4930123, tel: +4930123",
        "javascript:alert(1), javascript: alert(1)",
        "A: B, A: B",
        "می\u200Cخواهم, می\u200Cخواهم",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family, \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 family",
        "co\u00ADoperative, cooperative",
        "\u202Eevil, evil",
        "evil.test, evil. test",
        "evil\u3002test, evil\u3002 test",
        "pay@evil.test, pay at evil. test",
        "=?UTF-8?B?aHR0cDovL2V2aWwudGVzdA==?=, = ?UTF-8?B?aHR0cDovL2V2aWwudGVzdA== ?=",
        "mailto:pay\uFF20evil.test, mailto: pay at evil. test"
    })
    void aName_isShownSoThatNoMailProgramMakesALinkOfIt(String name, String shown) {
        assertThat(DisplayName.of(name).text()).isEqualTo(shown);
    }

    @Test
    void controlBidirectionalAndInvisibleCharacters_areTakenOut() {
        assertThat(DisplayName.of("A\r\nBcc: x\u202Ey\u200Bz\u2028w\u0000").text())
                .isEqualTo("A Bcc: xyz w");
    }

    @Test
    void aLongName_isShortenedByWholeCharacters() {
        String shown = DisplayName.of("\uD83D\uDE00".repeat(200)).text();
        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(80);
        assertThat(shown).endsWith("\uD83D\uDE00…");
    }

    @Test
    void aDotWhereALongNameIsCut_isNotShown() {
        assertThat(DisplayName.of("x".repeat(73) + " evil.. test and more").text())
                .endsWith("x evil…");
    }

    @Test
    void aNameWithNothingToShow_becomesAWordThatFits() {
        assertThat(DisplayName.of("\u200B\u202E \u200D").text()).isEqualTo("your accountant");
    }
}
