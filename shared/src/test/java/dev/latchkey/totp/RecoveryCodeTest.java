package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.crypto.Randomness;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Of 31 degrees of freedom: an even draw goes beyond it once in 10^16. */
    private static final double LEAST_UNEVEN = 150;

    private static final List<RecoveryCode> MANY = many();

    private static List<RecoveryCode> many() {
        Randomness randomness = new Randomness();
        return Stream.generate(() -> RecoveryCode.random(randomness))
                .limit(2_000)
                .toList();
    }

    @Test
    void twoThousandCodes_haveSixteenSymbolsEachAndDiffer() {
        assertThat(MANY).allMatch(code -> code.value().matches("[0-9A-HJKMNP-TV-Z]{16}"));
        Set<RecoveryCode> different = new HashSet<>(MANY);
        assertThat(different).hasSize(2_000);
    }

    @Test
    void everySymbol_standsInEveryPlaceAboutEquallyOften() {
        for (int at = 0; at < 16; at++) {
            int place = at;
            assertThat(MANY.stream()
                            .mapToInt(code -> code.value().charAt(place))
                            .distinct())
                    .as("symbols in place " + place)
                    .hasSize(SYMBOLS.length());
            assertThat(unevenness(place)).as("place " + place).isLessThan(LEAST_UNEVEN);
        }
    }

    private static double unevenness(int place) {
        double expected = MANY.size() / (double) SYMBOLS.length();
        return SYMBOLS.chars()
                .mapToDouble(symbol -> MANY.stream()
                        .filter(code -> code.value().charAt(place) == symbol)
                        .count())
                .map(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    @Test
    void aCodeAsShown_inEitherCaseAndWithoutDashes_isThatCode() {
        for (RecoveryCode code : MANY) {
            assertThat(code.shown()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
            assertThat(RecoveryCode.parse(code.shown())).hasValue(code);
            assertThat(RecoveryCode.parse(code.value())).hasValue(code);
            assertThat(RecoveryCode.parse(code.shown().toLowerCase(Locale.ROOT)))
                    .hasValue(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ABCD-EFGH-JKMN-PQRS, ABCDEFGHJKMNPQRS",
        "abcd efgh jkmn pqrs, ABCDEFGHJKMNPQRS",
        "abcdEFGHjkmn-pqrs, ABCDEFGHJKMNPQRS",
        "AB-CD-EFGH-JKMN-PQRS, ABCDEFGHJKMNPQRS",
        "ABCD\u2013EFGH\u2013JKMN\u2013PQRS, ABCDEFGHJKMNPQRS",
        "ABCD\u2011EFGH\u2011JKMN\u2011PQRS, ABCDEFGHJKMNPQRS",
        "ABCD\u2212EFGH\u2212JKMN\u2212PQRS, ABCDEFGHJKMNPQRS",
        "ABCD\u00A0EFGH\u00A0JKMN\u00A0PQRS, ABCDEFGHJKMNPQRS",
        "' ABCD-EFGH-JKMN-PQRS \n', ABCDEFGHJKMNPQRS",
        "\uFF21\uFF22\uFF23\uFF24-\uFF45\uFF46\uFF47\uFF48-JKMN-PQR\uFF11, ABCDEFGHJKMNPQR1",
        "OoIi-LlTV-WXYZ-0123, 001111TVWXYZ0123",
        "UUUU-uuuu-9999-0000, UUUUUUUU99990000"
    })
    void whatSomebodyMeans_isRead(String typed, String value) {
        assertThat(RecoveryCode.parse(typed).orElseThrow().value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ABCD",
                "ABCD-EFGH-JKMN-PQR",
                "ABCD-EFGH-JKMN-PQRST",
                "ABCD_EFGH_JKMN_PQRS",
                "ABCD-EFGH-JKMN-PQR\u0660",
                "ABCD-EFGH-JKMN-PQR\u0131",
                "ABCD-EFGH-JKMN-PQR\u0130",
                "ABCD-EFGH-J\u212AMN-PQRS",
                "ABCD-EFGH-JKMN-PQR\u017F",
                "ABCD-EFGH-JKMN-PQ\uD83D\uDE00",
                "ABCD-EFGH-JKMN-PQR\0"
            })
    void whatHasNotTheForm_isNone(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEmpty();
    }

    @Test
    void asText_itShowsNothing() {
        assertThat(MANY.getFirst()).hasToString("RecoveryCode");
    }
}
