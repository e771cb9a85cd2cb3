package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("it changes the default locale")
class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private static final TotpSecret SECRET = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** Found by trying the steps from 0 on: the first whose code is 000000. */
    private static final long ALL_ZEROS = 349_495;

    /** Likewise: the first whose code is that of the next step as well. */
    private static final long TWINS = 910_737;

    private static final String TWIN_CODE = "911617";

    /** Likewise: the first whose code is that of the step after the next, with another in between. */
    private static final long APART = 153_567;

    private static final String APART_CODE = "468457";

    @ParameterizedTest
    @CsvSource({
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130"
    })
    void theVectorsOfTheStandard_hold(long second, String eightDigits) {
        Instant now = Instant.ofEpochSecond(second);
        TotpCode code = code(eightDigits.substring(2));
        assertThat(Totp.at(SECRET, Totp.step(now)).sameAs(code)).isTrue();
        assertThat(Totp.match(SECRET, code, now)).hasValue(second / 30);
    }

    @ParameterizedTest
    @CsvSource({"349495,000000", "226500,000007", "41152263,005924"})
    void leadingZeros_belongToTheCode(long step, String digits) {
        assertThat(Totp.at(SECRET, step).sameAs(code(digits))).isTrue();
        assertThat(Totp.match(SECRET, code(digits), start(step))).hasValue(step);
    }

    @Test
    void allZeros_areTheCodeOfNoOtherStepThanTheirs() {
        assertThat(Totp.match(SECRET, code("000000"), start(ALL_ZEROS - 2))).isEmpty();
        assertThat(Totp.match(SECRET, code("000000"), start(ALL_ZEROS + 2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-2,false", "-1,true", "0,true", "1,true", "2,false"})
    void aStepEitherSide_matches_andNoFurther(int away, boolean matches) {
        long step = 56_666_666L + away;
        OptionalLong found = Totp.match(SECRET, Totp.at(SECRET, step), start(56_666_666));
        assertThat(found).isEqualTo(matches ? OptionalLong.of(step) : OptionalLong.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z,0",
        "1970-01-01T00:00:29.999Z,0",
        "1970-01-01T00:00:29.999999999Z,0",
        "1970-01-01T00:00:30Z,1",
        "1970-01-01T00:00:59.999Z,1",
        "1970-01-01T00:01:00Z,2",
        "2038-01-19T03:14:08Z,71582788",
        "1969-12-31T23:59:59.999Z,-1"
    })
    void aStep_lastsThirtySecondsFromItsFirstMillisecond(Instant instant, long step) {
        assertThat(Totp.step(instant)).isEqualTo(step);
    }

    @Test
    void aCode_matchesUntilTheLastMillisecondOfTheNextStep() {
        TotpCode code = Totp.at(SECRET, 0);
        assertThat(Totp.match(SECRET, code, Instant.parse("1970-01-01T00:00:59.999Z")))
                .hasValue(0);
        assertThat(Totp.match(SECRET, code, Instant.parse("1970-01-01T00:01:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-2,", "-1,0", "0,1", "1,1", "2,1", "3,"})
    void ofTwoNeighboursWithOneCode_theHigherMatches(int now, @Nullable Integer higher) {
        OptionalLong expected = higher == null ? OptionalLong.empty() : OptionalLong.of(TWINS + higher);
        assertThat(Totp.match(SECRET, code(TWIN_CODE), start(TWINS + now))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "0,0", "1,2", "2,2", "3,2"})
    void ofTheOutermostStepsWithOneCode_theHigherMatches(int now, int higher) {
        assertThat(Totp.match(SECRET, code(APART_CODE), start(APART + now))).hasValue(APART + higher);
    }

    @Test
    void anotherSecretsCode_doesNotMatch() {
        TotpSecret other = TotpSecret.of("12345678901234567891".getBytes(StandardCharsets.US_ASCII));
        assertThat(Totp.match(SECRET, Totp.at(other, 41_152_263), start(41_152_263)))
                .isEmpty();
    }

    @Test
    void whereOtherDigitsAreWritten_theCodeIsTheSame() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"ar-EG-u-nu-arab", "tr-TR"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Totp.at(SECRET, 41_152_263).sameAs(code("005924"))).isTrue();
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Instant start(long step) {
        return Instant.ofEpochSecond(30 * step);
    }

    private static TotpCode code(String digits) {
        return TotpCode.parse(digits).orElseThrow();
    }
}
