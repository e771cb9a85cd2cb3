package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineWrapTest {

    @Test
    void aLine_isFilledUpToSeventyTwoCharacters_andBrokenBetweenWords() {
        assertThat(LineWrap.of("a".repeat(35) + " " + "b".repeat(36) + " c"))
                .isEqualTo("a".repeat(35) + " " + "b".repeat(36) + "\nc");
        assertThat(LineWrap.of("a".repeat(36) + " " + "b".repeat(36)))
                .isEqualTo("a".repeat(36) + "\n" + "b".repeat(36));
    }

    @Test
    void aWordThatIsLonger_standsAlone_andNothingIsLost() {
        assertThat(LineWrap.of("x " + "y".repeat(80) + " z")).isEqualTo("x\n" + "y".repeat(80) + "\nz");
        assertThat(LineWrap.of("")).isEmpty();
    }
}
