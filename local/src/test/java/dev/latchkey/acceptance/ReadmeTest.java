package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.house.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The lines of the README and then the walkthrough are run as they stand there, as a reader would on one server, so that
 * they cannot come to lie.
 */
@TestMethodOrder(OrderAnnotation.class)
class ReadmeTest {

    private static final String README = "README.md";
    private static final String WALKTHROUGH = "docs/walkthrough.md";
    private static final String VERIFIED = "verified \\{.*\"req\":\"r-2041\"";

    private final World apart = World.with(Map.of("LATCHKEY_SIGNING_ALGORITHM", "RS256"));

    @Test
    @Order(1)
    void theLinesOfTheReadme_endWithAVerifiedToken() throws IOException, InterruptedException {
        String shown = "\"scope\":\"request:r-2041\",\"amr\":[\"email\"],\"acr\":\"aal1\"";
        assertThat(Files.readString(Repository.file(README))).contains(shown);
        String output = run(README);
        assertThat(output).containsSubsequence("verified {", shown);
        assertThat(output).containsPattern(VERIFIED);
    }

    @Test
    @Order(2)
    void theWalkthrough_printsWhatItSays() throws IOException, InterruptedException {
        assertThat(Files.readString(Repository.file(WALKTHROUGH))).contains(pasting(WALKTHROUGH));
        String output = run(WALKTHROUGH);
        assertThat(output).contains("\"state\":\"OPEN\"", "\"scope\":\"request:r-2041\"", "SIGNED_IN", "204");
        assertThat(output).as("a sign-in link, then its code").contains("requestsSIGNED_IN");
        assertThat(output)
                .as("sign up, set up, log in, list and end sessions, set up an app, log in by it")
                .containsSubsequence(
                        "COMMON",
                        "portal",
                        "invalid-credentials",
                        "\"items\":[",
                        "\"current\":true",
                        "204",
                        "invalid-token",
                        "TOTP_REQUIRED",
                        "aal2",
                        "invalid-code",
                        "\"recoveryCodesLeft\":9",
                        "\"status\":\"ACTIVE\",\"email\":\"c4@example.com\"",
                        "\"status\":\"NO_ACCOUNT\",\"email\":null",
                        "\"nextCursor\":\"",
                        "contact_id,contact_type,contact_name,status,",
                        "200 " + Reports.WORKBOOK,
                        "{\"invited\":1,\"skipped\":[{\"contactId\":\"c4\",\"reason\":\"account-exists\"}]",
                        "SIGNED_IN",
                        "\"wouldLoseLogin\":1",
                        "login: TOTP_REQUIRED, signed in: MAGIC_LINK_AND_LOGIN, by link: MAGIC_LINK_AND_LOGIN",
                        "MAGIC_LINK_ONLY",
                        "login: login-off, signed in: invalid-token, by link: MAGIC_LINK_ONLY",
                        "MAGIC_LINK_AND_LOGIN_2FA",
                        "login: TOTP_REQUIRED, signed in: invalid-token, by link: invalid-token",
                        "\"scheduled\":{\"accessMode\":\"MAGIC_LINK_ONLY\"",
                        "\"scheduled\":null",
                        "\"type\":\"settings.changed\"");
        assertThat(output).containsPattern(VERIFIED);
    }

    /** What the walkthrough tells its readers to paste: all blocks of shell in a document, as one script. */
    private static String pasting(String document) {
        return "awk '/^```/{on=/^```sh/;next} on' " + document + " | sh -e";
    }

    private String run(String document) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", pasting(document))
                .directory(Repository.file("").toFile());
        shell.environment().put("API", apart.origin());
        Process process = shell.redirectErrorStream(true).start();
        String output;
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            output = reader.lines().collect(Collectors.joining("\n"));
        }
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
