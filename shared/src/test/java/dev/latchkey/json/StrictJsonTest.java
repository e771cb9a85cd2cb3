package dev.latchkey.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":2}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "\uFEFF{}"
            })
    void anythingButOneWellFormedObject_isRefused(String text) {
        assertThat(StrictJson.object(text)).isEmpty();
    }

    @Test
    void absurdNumbersAndDepths_areRefused() {
        assertThat(StrictJson.object("{\"a\":" + "9".repeat(100_000) + "}")).isEmpty();
        assertThat(StrictJson.object("{\"a\":" + "[".repeat(100_000))).isEmpty();
    }

    @Test
    void oneObject_isRead() {
        assertThat(StrictJson.object(" {\"a\":\"b\"} ").orElseThrow().path("a").textValue())
                .isEqualTo("b");
    }
}
