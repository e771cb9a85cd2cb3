package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwsTest {

    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"k\"}";

    @Test
    void aWellFormedToken_isReadByType() {
        Jws jws = Jws.parse(token(HEADER, "{\"iss\":\"i\",\"exp\":12,\"aud\":[\"one\"],\"roles\":[\"a\",\"b\"]}"))
                .orElseThrow();
        assertThat(jws.header("kid")).contains("k");
        assertThat(jws.text("iss")).contains("i");
        assertThat(jws.number("exp")).hasValue(12);
        assertThat(jws.audience()).contains("one");
        assertThat(jws.texts("roles").orElseThrow()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void claimsOfAnotherType_areAsGoodAsMissing() {
        Jws jws = Jws.parse(
                        token(HEADER, "{\"firm\":1,\"a\":\"12\",\"b\":1.5,\"aud\":[\"a\",\"b\"],\"roles\":[\"a\",1]}"))
                .orElseThrow();
        assertThat(jws.text("firm")).isEmpty();
        assertThat(jws.number("a")).isEmpty();
        assertThat(jws.number("b")).isEmpty();
        assertThat(jws.audience()).isEmpty();
        assertThat(jws.texts("roles")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"iss\":1}", "{\"exp\":\"12\"}", "{\"sub\":[]}", "{\"aud\":{}}"})
    void registeredClaimsOfTheWrongType_areNeverTaken(String claims) {
        var jws = Jws.parse(token(HEADER, claims));
        assertThat(jws.flatMap(read -> read.text("iss"))).isEmpty();
        assertThat(jws.flatMap(read -> read.text("sub"))).isEmpty();
        assertThat(jws.flatMap(Jws::audience)).isEmpty();
        assertThat(jws.map(read -> read.number("exp").isPresent()).orElse(false))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c.d", "bnVsbA.bnVsbA.AA", "W10.W10.AA", "a b.c.d", "e30.e30."})
    void whatIsNoToken_isRefusedWithoutAnException(String text) {
        assertThat(Jws.parse(text)).isEmpty();
    }

    @Test
    void critInTheHeader_refusesTheToken() {
        assertThat(Jws.parse(token("{\"alg\":\"RS256\",\"crit\":[\"x\"]}", "{}")))
                .isEmpty();
    }

    @Test
    void aClaimNamedTwice_refusesTheToken() {
        assertThat(Jws.parse(token(HEADER, "{\"firm\":\"a\",\"firm\":\"b\"}"))).isEmpty();
    }

    @Test
    void anotherSpellingOfTheSameBytes_isRefused() {
        String token = token(HEADER, "{}");
        assertThat(Jws.parse(token)).isPresent();
        assertThat(Jws.parse(token + "==")).isEmpty();
        assertThat(Jws.parse(token.substring(0, token.length() - 1) + "B")).isEmpty();
    }

    @Test
    void deepJsonAndLongTokens_areRefused() {
        assertThat(Jws.parse(token(HEADER, "{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}")))
                .isEmpty();
        assertThat(Jws.parse("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void tenThousandDamagedTokens_neverThrow() {
        Random random = new Random(7);
        String token = token(HEADER, "{\"iss\":\"i\",\"exp\":12}");
        for (int i = 0; i < 10_000; i++) {
            StringBuilder damaged = new StringBuilder(token);
            for (int hit = 0; hit <= random.nextInt(4); hit++) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(128));
            }
            assertThat(Jws.parse(damaged.toString())).isNotNull();
        }
    }

    private static String token(String header, String claims) {
        return encoded(header) + "." + encoded(claims) + ".AA";
    }

    private static String encoded(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
