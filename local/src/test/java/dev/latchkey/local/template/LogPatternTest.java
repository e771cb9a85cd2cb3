package dev.latchkey.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPatternTest {

    private final LogPattern pattern = LogPattern.parse("{ $.message = \"sys_crash\" }");

    @Test
    void aLineMatches_whereTheMemberIsThatText() {
        assertThat(pattern.matches("{\"level\":\"ERROR\",\"message\":\"sys_crash\"}"))
                .isTrue();
        assertThat(pattern.matches("{\"message\" : \"sys\\u005fcrash\"}")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"sys_crash_course\"}",
                "{\"message\":\"SYS_CRASH\"}",
                "{\"message\":[\"sys_crash\"]}",
                "{\"inner\":{\"message\":\"sys_crash\"}}",
                "{\"error\":\"sys_crash\"}",
                "\"sys_crash\"",
                "START RequestId: 1 Version: sys_crash",
                "{\"message\":\"sys_crash\"",
                ""
            })
    void noOtherLineDoes(String line) {
        assertThat(pattern.matches(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sys_crash",
                "{ $.message = \"sys_*\" }",
                "{ $.message != \"sys_crash\" }",
                "{ $.status >= 500 }",
                "{ $.message = \"a\" && $.level = \"b\" }",
                "{ $.a.b = \"sys_crash\" }",
                "{ $.message = sys_crash }",
                "[message = \"sys_crash\"]",
                ""
            })
    void patternsOfOtherKinds_areRefused(String other) {
        assertThatIllegalArgumentException().isThrownBy(() -> LogPattern.parse(other));
    }
}
