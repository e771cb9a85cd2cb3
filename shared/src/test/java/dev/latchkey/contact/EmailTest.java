package dev.latchkey.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.latchkey.firm.FirmId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c1@example.com",
                "C1@Example.COM",
                "first.last+tag@sub.example.co",
                "o'neil@example.com",
                " padded@example.com\t",
                "c1@example.com\r\n",
                "\u200Bc1@example.com",
                "c1@example.com\u00A0",
                "\uFEFF\u3000c1@example.com\u2060\u2028",
                "a@x-y.example"
            })
    void aPlainAddress_isTaken(String text) {
        assertThat(Email.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "@example.com",
                "a@",
                "a@b",
                "a@b@example.com",
                "a b@example.com",
                "a@example.com,b@example.com",
                "Name <a@example.com>",
                "\"quoted\"@example.com",
                "a..b@example.com",
                ".a@example.com",
                "a@-example.com",
                "a@example..com",
                "a@exam\u200Bple.com",
                "a@exam\u00ADple.com",
                "a@example.com\u0000",
                "a@example.com\r\nBcc: x@evil.test",
                "a\u0000@example.com",
                "a@ex\u0430mple.com",
                "\uFF41@example.com",
                "a\uFF20example.com",
                "\u212A1@example.com",
                "a@[127.0.0.1]"
            })
    void whatIsNotOnePlainAddress_isRefused(String text) {
        assertThat(Email.parse(text)).isEmpty();
    }

    @Test
    void anAddressOfTwoHundredFiftyFourCharacters_isTheLongest() {
        String domain = "@" + ("a".repeat(60) + ".").repeat(3) + "example.com";
        String longest = "x".repeat(64) + domain.substring(0, 1) + padded(254 - 65);
        assertThat(longest).hasSize(254);
        assertThat(Email.parse(longest)).isPresent();
        assertThat(Email.parse("x".repeat(64) + "@" + padded(255 - 65))).isEmpty();
        assertThat(Email.parse("x".repeat(65) + "@example.com")).isEmpty();
    }

    @Test
    void manyBlanks_areRefusedWithoutMuchWork() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Email.parse("a" + " ".repeat(1_000_000) + "a")).isEmpty());
    }

    @Test
    void caseDoesNotTellTwoAddressesApart_butDotsAndTagsDo() {
        Email one = Email.parse("First.Last@Example.com").orElseThrow();
        assertThat(one.sameAs(Email.parse("first.last@example.COM").orElseThrow()))
                .isTrue();
        assertThat(one.sameAs(Email.parse("firstlast@example.com").orElseThrow()))
                .isFalse();
        assertThat(one.sameAs(Email.parse("first.last+x@example.com").orElseThrow()))
                .isFalse();
    }

    @Test
    void theSameAddressInTwoFirms_hasTwoKeys() {
        Email email = Email.parse("c1@example.com").orElseThrow();
        assertThat(email.keyIn(new FirmId("acme"))).isNotEqualTo(email.keyIn(new FirmId("birch")));
    }

    @Test
    void printingAnAddress_showsOnlyAHint() {
        assertThat(Email.parse("anna@example.com").orElseThrow()).hasToString("a•••@example.com");
    }

    private static String padded(int length) {
        StringBuilder domain = new StringBuilder("example.com");
        while (domain.length() < length) {
            int label = Math.min(60, length - domain.length() - 1);
            domain.insert(0, "a".repeat(label) + ".");
        }
        return domain.toString();
    }
}
