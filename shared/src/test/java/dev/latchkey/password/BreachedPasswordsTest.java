package dev.latchkey.password;

import static dev.latchkey.password.Judged.varied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.Firms;
import dev.latchkey.http.RawServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example is that of the range API's own documentation: SHA-1 of "password". */
class BreachedPasswordsTest {

    private static final Password PASSWORD = Password.of("password");
    private static final String TOLD = "5BAA6";
    private static final String KEPT = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";
    private static final String OTHER = "003D68EB55068C33ACE09247EE4C639306B:3\r\n";

    private final List<IOException> failures = new ArrayList<>();

    @Test
    void aPasswordThatTheServiceKnows_isFound_andOneThatItPadsWithIsNot() {
        assertThat(includedBy(OTHER + KEPT + ":10434004\r\n")).isTrue();
        assertThat(includedBy(OTHER)).isFalse();
        assertThat(includedBy(OTHER + KEPT + ":0\r\n")).isFalse();
        assertThat(failures).isEmpty();
    }

    @Test
    void whatLeaves_isFiveHexDigits_andTheWishForPadding() {
        try (RawServer service = RawServer.answering(OTHER)) {
            assertThat(breached(service.uri()).include(PASSWORD)).isFalse();
            assertThat(service.requests())
                    .singleElement()
                    .satisfies(head -> assertThat(head.lines())
                            .containsExactlyInAnyOrder(
                                    "GET /range/" + TOLD + " HTTP/1.1",
                                    "Host: " + service.uri().getAuthority(),
                                    "Connection: close",
                                    "Accept: */*",
                                    "Add-Padding: true",
                                    "User-Agent: latchkey",
                                    ""));
        }
    }

    @Test
    void aServiceBelowAPath_isAskedThere() {
        try (RawServer service = RawServer.answering(OTHER)) {
            breached(URI.create(service.uri() + "/own/copy")).include(PASSWORD);
            assertThat(service.requests()).singleElement().asString().startsWith("GET /own/copy/range/" + TOLD + " ");
        }
    }

    @Test
    void whatIsLookedUp_isTheFormThatIsHashedForTheTable() {
        try (RawServer service = RawServer.answering(OTHER)) {
            breached(service.uri()).include(Password.of("caf\u00e9"));
            breached(service.uri()).include(Password.of("cafe\u0301"));
            assertThat(service.requests()).hasSize(2);
            assertThat(service.requests().getFirst())
                    .startsWith("GET /range/F4244 ")
                    .isEqualTo(service.requests().getLast());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", KEPT + ":1\r\n<html>", KEPT, "1E4C9:1"})
    void anAnswerOfAnotherForm_letsThePasswordThrough_andIsTold(String body) {
        assertThat(includedBy(body)).isFalse();
        assertThat(failures).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 500 Oh\r\nContent-Length: 37\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 37\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n",
                "no HTTP\r\n\r\n"
            })
    void anyOtherAnswer_letsThePasswordThrough_andIsTold(String beginning) {
        try (RawServer service = RawServer.saying(beginning + KEPT + ":1")) {
            assertThat(breached(service.uri()).include(PASSWORD)).isFalse();
        }
        assertThat(failures).hasSize(1);
    }

    @Test
    void anAnswerOfMoreThan256KiB_isNone() {
        String lines = (KEPT + ":1\r\n").repeat(256 * 1024 / 39 + 1);
        assertThat(lines.length()).isGreaterThan(256 * 1024);
        assertThat(includedBy(lines)).isFalse();
        assertThat(failures).hasSize(1);
        assertThat(includedBy(lines.substring(39))).isTrue();
        assertThat(failures).hasSize(1);
    }

    @Test
    void aServiceThatIsGone_letsThePasswordThrough_andIsTold() {
        RawServer service = RawServer.answering(KEPT + ":1");
        service.close();
        assertThat(breached(service.uri()).include(PASSWORD)).isFalse();
        assertThat(failures).hasSize(1);
    }

    @Test
    void withoutAService_nothingIsKnown_andNothingIsMissed() {
        assertThat(breached(null).include(PASSWORD)).isFalse();
        assertThat(failures).isEmpty();
    }

    @Test
    void theServiceIsAskedOnceARequest_andOnlyAboutWhatTheRulesLetPass() {
        Firm firm = Firms.of("acme", "Acme Accounting", AccessMode.MAGIC_LINK_AND_LOGIN);
        Email owner = new Email("c1@example.com");
        try (RawServer service = RawServer.answering(OTHER)) {
            NewPasswords passwords = new NewPasswords(breached(service.uri()));
            for (String refused : List.of("password", "a".repeat(20), "acmeacmeacmeacme", "\0", varied(129))) {
                assertThat(passwords.candidate(Password.of(refused)).judge(firm, owner))
                        .isPresent();
            }
            assertThat(service.requests()).isEmpty();
            NewPasswords.Candidate candidate = passwords.candidate(Password.of("wombats dig at midnight"));
            assertThat(candidate.judge(firm, owner)).isEmpty();
            assertThat(candidate.judge(firm, owner)).isEmpty();
            assertThat(service.requests()).hasSize(1);
        }
    }

    private boolean includedBy(String body) {
        try (RawServer service = RawServer.answering(body)) {
            return breached(service.uri()).include(PASSWORD);
        }
    }

    private BreachedPasswords breached(@Nullable URI service) {
        return new BreachedPasswords(service, Duration.ofSeconds(20), failures::add);
    }
}
