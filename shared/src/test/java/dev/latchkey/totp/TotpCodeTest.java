package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotpCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"000000", "000001", "005924", "123456", "999999"})
    void sixDigits_areACode(String text) {
        assertThat(TotpCode.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 005924",
                "005924 ",
                "005924\n",
                "005924\r\n",
                "\n005924",
                "005924\u2028",
                "005924\u200B",
                "\uFEFF005924",
                "005 924",
                "005\u00A0924",
                "005-924",
                "005\u2013924",
                "\uFF10\uFF10\uFF15\uFF19\uFF12\uFF14"
            })
    void whatPeopleTypeOrPaste_isThatCode(String typed) {
        assertThat(TotpCode.parse(typed).orElseThrow().sameAs(TotpCode.of(5924)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5924",
                "05924",
                "0005924",
                "00005924",
                "+05924",
                "-05924",
                "+005924",
                "005924\0",
                "00592.",
                "5924.0",
                "5.9e03",
                "0x1724",
                "00592A",
                "OO5924",
                "\uFF0B05924",
                "\u0660\u0660\u0665\u0669\u0662\u0664",
                "00592\u0664",
                "\u096600592",
                "\uD835\uDFCE00592",
                "\uD800\uDC0000592",
                "\uD80000592",
                "null"
            })
    void allElse_isNone(String text) {
        assertThat(TotpCode.parse(text)).isEmpty();
    }

    @Test
    void aCode_isTheSameAsOneOfTheSameDigitsOnly() {
        TotpCode code = TotpCode.parse("005924").orElseThrow();
        assertThat(code.sameAs(TotpCode.parse("005924").orElseThrow())).isTrue();
        for (String other : new String[] {"105924", "005925", "005942", "592400", "000000"}) {
            assertThat(code.sameAs(TotpCode.parse(other).orElseThrow())).isFalse();
        }
    }

    @Test
    void asText_itShowsNothing() {
        assertThat(TotpCode.parse("005924").orElseThrow()).hasToString("TotpCode");
    }
}
