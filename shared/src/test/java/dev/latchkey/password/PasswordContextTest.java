package dev.latchkey.password;

import static dev.latchkey.password.Judged.ONLY_FACTOR;
import static dev.latchkey.password.Judged.SECOND_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordContextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme Accounting 2026!!",
                "acmeacmeacmeacme",
                "ACME-ACCOUNTING",
                "a.c.m.e a.c.c.o.u.n.t.i.n.g",
                "accounting at acme",
                "1234567890 acme 1234567890",
                "acme password monkey",
                "i love acme accounting",
                "acme accounting gk4vzq8tzu"
            })
    void littleMoreThanTheFirmsName_isRefused(String text) {
        assertThat(ONLY_FACTOR.judge(text)).contains(PasswordRejection.CONTEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c1@example.com!",
                "C1@Example.COM 2026",
                "c1 example com c1 example com",
                "example.com 123456",
                "vexing lamb owl c1@example.com purple gravel"
            })
    void theOwnAddress_isRefused(String text) {
        assertThat(ONLY_FACTOR.judge(text)).contains(PasswordRejection.CONTEXT);
    }

    @Test
    void theLocalPartOfTheAddress_isRefused() {
        Judged jane = SECOND_FACTOR.by("jane.quimby@mail.example");
        assertThat(jane.judge("janequimby")).contains(PasswordRejection.CONTEXT);
        assertThat(jane.judge("Quimby, Jane 1985")).contains(PasswordRejection.CONTEXT);
        assertThat(SECOND_FACTOR.by("ann.lee@mail.example").judge("Ann-Lee 1985"))
                .contains(PasswordRejection.CONTEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latchkey-latchkey", "Latchkey portal 1", "latchkey20262026"})
    void theProductsName_isRefused(String text) {
        assertThat(ONLY_FACTOR.judge(text)).contains(PasswordRejection.CONTEXT);
    }

    @Test
    void wideLettersAreTheSameLetters() {
        assertThat(ONLY_FACTOR.judge("ａｃｍｅ ａｃｃｏｕｎｔｉｎｇ 2026")).contains(PasswordRejection.CONTEXT);
    }

    @Test
    void aWordInAGoodPassphrase_doesNoHarm() {
        assertThat(ONLY_FACTOR.at("Elephant").judge("purple elephants dance at midnight"))
                .isEmpty();
        assertThat(ONLY_FACTOR.at("Purple Elephant LLP").judge("purple elephants dance at midnight"))
                .isEmpty();
        assertThat(ONLY_FACTOR.judge("correct horse battery staple")).isEmpty();
        assertThat(ONLY_FACTOR.judge("acme never sold gravel to owls")).isEmpty();
        assertThat(ONLY_FACTOR.by("horse@example.com").judge("correct horse battery staple"))
                .isEmpty();
    }

    @Test
    void whatEmojiSurroundTheName_theyCount() {
        assertThat(ONLY_FACTOR.judge("acme 🚀🍕🦊🌵🎻🧊🐙⛵🪁🥨")).isEmpty();
    }

    @Test
    void namesOfThreeCharacters_areNoContext() {
        assertThat(SECOND_FACTOR.at("Oak").judge("oakgk4vzq8")).isEmpty();
        assertThat(SECOND_FACTOR.at("Oaks").judge("oaksgk4")).contains(PasswordRejection.TOO_SHORT);
        assertThat(SECOND_FACTOR.at("Oaks").judge("oaksgk4v")).contains(PasswordRejection.CONTEXT);
    }

    @Test
    void aFirmWithoutLettersInItsName_refusesNothingMore() {
        assertThat(ONLY_FACTOR.at("—").judge("correct horse battery staple")).isEmpty();
    }
}
