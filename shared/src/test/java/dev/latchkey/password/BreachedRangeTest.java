package dev.latchkey.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreachedRangeTest {

    private static final String ONE = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";
    private static final String OTHER = "003D68EB55068C33ACE09247EE4C639306B";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE + ":10434004",
                ONE + ":1\r\n",
                ONE + ":1\n",
                OTHER + ":3\r\n" + ONE + ":1",
                ONE + ":1\r\n" + OTHER + ":0\r\n",
                OTHER + ":3\n" + ONE + ":1\n",
                ONE + ":0\r\n" + ONE + ":1",
                ONE + ":1\r\n" + ONE + ":0",
                "1e4c9b93f3f0682250b6cf8331b7ee68fd8:1",
                ONE + ":0000001",
                ONE + ":999999999999999999"
            })
    void aLineWithACount_isAPassword(String answer) {
        assertThat(read(answer))
                .hasValueSatisfying(range -> assertThat(range.lists(ONE)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE + ":0", ONE + ":0\r\n" + OTHER + ":7", ONE + ":000", OTHER + ":5"})
    void aLineOfPadding_orOfAnother_isNone(String answer) {
        assertThat(read(answer))
                .hasValueSatisfying(range -> assertThat(range.lists(ONE)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                ONE,
                ONE + ":",
                ONE + ":-1",
                ONE + ":1.5",
                ONE + ":1 ",
                " " + ONE + ":1",
                ONE + " :1",
                "0" + ONE + ":1",
                "G0000000000000000000000000000000000:1",
                ONE + ":1000000000000000000",
                ONE + ":1\r\n\r\n",
                ONE + ":1\r" + OTHER + ":1",
                ONE + ":1\r\n<html>",
                "<html>\r\n" + ONE + ":1",
                "{\"" + ONE + "\":1}",
                "\u00ef\u00bb\u00bf" + ONE + ":1"
            })
    void whatIsOfAnyOtherForm_isNoAnswer(String answer) {
        assertThat(read(answer)).isEmpty();
    }

    @Test
    void anAnswerAsLongAsTheServicesAre_isRead() {
        String lines = (OTHER + ":3\r\n").repeat(5_000) + ONE + ":2";
        assertThat(read(lines))
                .hasValueSatisfying(range -> assertThat(range.lists(ONE)).isTrue());
    }

    private static Optional<BreachedRange> read(String answer) {
        return BreachedRange.read(answer.getBytes(StandardCharsets.ISO_8859_1));
    }
}
