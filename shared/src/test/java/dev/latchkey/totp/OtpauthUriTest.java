package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Email;
import dev.latchkey.crypto.Randomness;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtpauthUriTest {

    private static final TotpSecret SECRET = TotpSecret.random(new Randomness());
    private static final Email ACCOUNT = Email.parse("ann+x%y@example.com").orElseThrow();

    @Test
    void anEverydayFirm_readsAsTheAppsExpect() {
        TotpSecret secret = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(OtpauthUri.of("Smith & Co", Email.parse("a@b.test").orElseThrow(), secret))
                .isEqualTo("otpauth://totp/Smith%20%26%20Co:a%40b.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Smith%20%26%20Co&algorithm=SHA1&digits=6&period=30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme",
                "A:B",
                "A & B",
                "Who? Us",
                "100% Tax",
                "%41%3A%",
                "No#1",
                "A/B/../C",
                "C+ +",
                "\"Quoted\" 'Firm'",
                "a=b;c,d@e[f]{g}|h\\i^j`k<l>",
                "&secret=AAAA&issuer=Evil#",
                "Müller & Söhne",
                "Tax \uD83D\uDE80",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 Family",
                "שלום ושות׳",
                "مكتب المحاسبة",
                "会計事務所"
            })
    void whateverTheFirmsName_aStrictReaderGetsItBack(String name) {
        URI uri = URI.create(OtpauthUri.of(name, ACCOUNT, SECRET));
        assertThat(uri.getScheme()).isEqualTo("otpauth");
        assertThat(uri.getHost()).isEqualTo("totp");
        assertThat(uri.getFragment()).isNull();
        assertThat(label(uri)).containsExactly(name, ACCOUNT.address());
        assertThat(parameters(uri))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "secret", SECRET.base32(), "issuer", name, "algorithm", "SHA1", "digits", "6", "period", "30"));
    }

    @Test
    void onlyUnreservedCharacters_stayBare() {
        String ascii = Stream.iterate(' ', c -> c <= '~', c -> (char) (c + 1))
                .map(String::valueOf)
                .collect(Collectors.joining());
        String uri = OtpauthUri.of("x" + ascii, ACCOUNT, SECRET);
        assertThat(uri.substring(uri.indexOf("/x"), uri.indexOf(':', 10)))
                .isEqualTo("/x%20%21%22%23%24%25%26%27%28%29%2A%2B%2C-.%2F0123456789%3A%3B%3C%3D%3E%3F%40"
                        + "ABCDEFGHIJKLMNOPQRSTUVWXYZ%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D~");
        assertThat(uri).matches("otpauth://totp/[^:]+:[^:]+").doesNotContain("+");
    }

    @ParameterizedTest
    @CsvSource({
        "'A\r\nB', A B",
        "'\u0000A\u0007\u001B B\u0085', A B",
        "A\u2028B\u200B, A B",
        "A\u202Etxt, Atxt",
        "co\u00ADoperative, cooperative",
        "\uD800, your accountant",
        "A\uDC00\uD83D\uDE00\uD83D, A\uD83D\uDE00",
        "'', your accountant",
        "'\u200B \t', your accountant"
    })
    void whatCannotBeSeen_isLeftOut(String name, String issuer) {
        URI uri = URI.create(OtpauthUri.of(name, ACCOUNT, SECRET));
        assertThat(parameters(uri)).containsEntry("issuer", issuer);
        assertThat(label(uri)).containsExactly(issuer, ACCOUNT.address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"W", "ß", "会", "\uD83D\uDE00", "%"})
    void aVeryLongName_isCutBetweenCharacters_alikeInLabelAndIssuer(String wide) {
        String local = "!#$%&'*+/=?^_`{|}~".repeat(4).substring(0, 64);
        String host = ("d".repeat(60) + ".").repeat(3) + "test";
        for (Email account :
                new Email[] {ACCOUNT, Email.parse(local + "@" + host).orElseThrow()}) {
            String uri = OtpauthUri.of(wide.repeat(1_000), account, SECRET);
            String issuer = label(URI.create(uri))[0];
            assertThat(uri.length()).isBetween(776, 800);
            String beginning = issuer.substring(0, issuer.length() - 1);
            assertThat(issuer).isEqualTo(beginning + "…");
            assertThat(wide.repeat(1_000)).startsWith(beginning);
            assertThat(beginning.length() % wide.length()).isZero();
            assertThat(parameters(URI.create(uri))).containsEntry("issuer", issuer);
            assertThat(label(URI.create(uri))[1]).isEqualTo(account.address());
        }
    }

    @Test
    void aVeryLongNameOfLetters_leavesNoRoomForAnotherInBothPlaces() {
        assertThat(OtpauthUri.of("W".repeat(1_000), ACCOUNT, SECRET).length()).isBetween(799, 800);
    }

    @Test
    void aNameOfTwoHundredLetters_staysWhole() {
        assertThat(parameters(URI.create(OtpauthUri.of("w".repeat(200), ACCOUNT, SECRET))))
                .containsEntry("issuer", "w".repeat(200));
    }

    private static String[] label(URI uri) {
        return Stream.of(uri.getRawPath().substring(1).split(":", -1))
                .map(part -> URI.create("x:/" + part).getPath().substring(1))
                .toArray(String[]::new);
    }

    private static Map<String, String> parameters(URI uri) {
        return Stream.of(uri.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", -1))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1].replace("+", "%2B"), StandardCharsets.UTF_8)));
    }
}
