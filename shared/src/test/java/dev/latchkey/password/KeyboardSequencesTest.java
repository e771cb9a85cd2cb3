package dev.latchkey.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyboardSequencesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "1q2w3e4r5t", "0o9i8u7y6t", "zse4 bhu8", "}{poi", "aaa", "fedcba", "!!!####%%%%"})
    void whatFingersWalk_isARun(String text) {
        assertThat(KeyboardSequences.makeUp(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "qe", "1w2", "qtp", "az by cx", "were we"})
    void whatTheyReachFor_isNone(String text) {
        assertThat(KeyboardSequences.makeUp(text)).isFalse();
    }
}
