package dev.latchkey.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[],\"b\":{},\"c\":[[1],{\"d\":null}]}",
                "{\"a\":true,\"b\":false,\"c\":null}",
                "{\"a\":[0,-1,2147483648,123456789012345678901234567890,1.5,-0.25]}",
                "{\"a\":\"\\\"\\\\ \\n\\u0000 é €\",\"é\":\"\"}"
            })
    void whatWasRead_isWrittenAsItStood(String text) throws IOException {
        ObjectNode tree = StrictJson.object(text).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StrictJson.write(tree, out);
        assertThat(StrictJson.text(tree)).isEqualTo(text);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(tree).isEqualTo(new ObjectMapper().readTree(text));
    }

    @Test
    void inAscii_nothingElseIsLeft() {
        String text = StrictJson.ascii(StrictJson.object().put("a", "é\u2028\n\u007F~"));
        assertThat(text).isEqualTo("{\"a\":\"\\u00E9\\u2028\\n\\u007F~\"}");
    }
}
