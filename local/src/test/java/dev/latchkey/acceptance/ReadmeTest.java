package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.house.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The walk in the README is run as it stands there, on a server of its own, so that it cannot come to lie. */
class ReadmeTest {

    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theWalkInTheReadme_endsWithAVerifiedToken() throws IOException, InterruptedException {
        World apart = World.with(Map.of("LATCHKEY_SIGNING_ALGORITHM", "RS256"));
        String walk = SHELL.matcher(Files.readString(Repository.file("README.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.joining("\n"));
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", walk)
                .directory(Repository.file("").toFile());
        shell.environment().put("API", apart.origin());
        Process process = shell.redirectErrorStream(true).start();
        String output;
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            output = reader.lines().collect(Collectors.joining("\n"));
        }
        assertThat(process.waitFor()).as(output).isZero();
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
                        "{\"invited\":1,\"skipped\":[{\"contactId\":\"c4\",\"reason\":\"account-exists\"}]",
                        "\"wouldLoseLogin\":1",
                        "login: TOTP_REQUIRED, signed in: MAGIC_LINK_AND_LOGIN, by link: MAGIC_LINK_AND_LOGIN",
                        "MAGIC_LINK_ONLY",
                        "login: login-off, signed in: invalid-token, by link: MAGIC_LINK_ONLY",
                        "MAGIC_LINK_AND_LOGIN_2FA",
                        "login: TOTP_REQUIRED, signed in: invalid-token, by link: invalid-token",
                        "\"scheduled\":{\"accessMode\":\"MAGIC_LINK_ONLY\"",
                        "\"scheduled\":null",
                        "\"type\":\"settings.changed\"");
        assertThat(output).containsPattern("verified \\{.*\"req\":\"r-2041\"");
    }
}
