package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.functions.WorkLimits;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import dev.latchkey.local.template.Deployed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between functions and a range service of breached passwords: what leaves, when, and what comes of a bad answer. */
class RangeServiceTest {

    private static final String CHOSEN = "otters juggle buttons";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void whatLeaves_isFiveHexDigits_onceForEachPasswordThatIsChosen() {
        try (RangeService service = RangeService.knowing("another", 7)) {
            Answer session = setUp(service.uri().toString(), CHOSEN);
            assertThat(session.status()).isEqualTo(201);
            assertThat(change(service.uri().toString(), session, CHOSEN, Portal.OTHER)
                            .status())
                    .isEqualTo(204);
            assertThat(reset(service.uri().toString(), Portal.PASSWORD).status())
                    .isEqualTo(204);
            assertThat(service.requests())
                    .extracting(Request::path)
                    .containsExactly(range(CHOSEN), range(Portal.OTHER), range(Portal.PASSWORD));
            assertThat(service.requests()).allSatisfy(request -> {
                assertThat(request.method()).isEqualTo("GET");
                assertThat(request.path()).matches("/range/[0-9A-F]{5}");
                assertThat(request.query()).isEmpty();
                assertThat(request.body().isEmpty()).isTrue();
                assertThat(request.headers().keySet())
                        .isEqualTo(Set.of("host", "connection", "accept", "add-padding", "user-agent"));
                assertThat(request.header("add-padding")).isEqualTo("true");
                assertThat(request.header("user-agent")).isEqualTo("latchkey");
            });
        }
    }

    @Test
    void aPasswordThatItKnows_isRefused_andOneThatItPadsWithIsNot() {
        try (RangeService knowing = RangeService.knowing(CHOSEN, 1);
                RangeService padding = RangeService.knowing(CHOSEN, 0)) {
            assertThat(setUp(knowing.uri().toString(), CHOSEN).text("/reason")).isEqualTo("COMMON");
            assertThat(setUp(padding.uri().toString(), CHOSEN).status()).isEqualTo(201);
        }
    }

    @Test
    void whoeverOvertakes_makesNobodyAskAgain() {
        try (RangeService service = RangeService.knowing("another", 7)) {
            portal.account(address);
            String token = portal.resetToken(address);
            firm.settled();
            world.fault("dynamodb", "TransactWriteItems", "ConditionalCheckFailedException", 2, "before");
            assertThat(reset(service.uri().toString(), token, CHOSEN).status()).isEqualTo(204);
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void whatIsRefusedAnyway_isAskedNobody_andNoLoginIs() {
        try (RangeService service = RangeService.knowing("another", 7)) {
            String where = service.uri().toString();
            Answer session = portal.account(address);
            assertThat(setUp(where, "x".repeat(60), CHOSEN).status()).isEqualTo(404);
            assertThat(setUp(where, "password").code()).isEqualTo("link-superseded");
            assertThat(reset(where, "password").text("/reason")).isEqualTo("TOO_SHORT");
            assertThat(change(where, session, Portal.PASSWORD, "password password")
                            .text("/reason"))
                    .isEqualTo("COMMON");
            Answer login = other(where, PATIENCE)
                    .call(
                            "LogInFunction",
                            "POST",
                            Map.of("firmId", firm.id()),
                            null,
                            Map.of("email", address, "password", Portal.PASSWORD));
            assertThat(login.status()).isEqualTo(200);
            assertThat(service.requests()).isEmpty();
        }
    }

    @Test
    void withoutAnAddress_nobodyIsAsked_andNothingIsMissed() throws Throwable {
        assertThat(world.environment("SetUpAccountFunction")).containsKey("BREACHED_PASSWORDS_URL");
        world.api().post("/_local/breached", Map.of("passwords", List.of(CHOSEN)));
        assertThat(lines(() -> assertThat(setUp("", CHOSEN).status()).isEqualTo(201)))
                .isEmpty();
        world.api().post("/_local/breached", Map.of("passwords", List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503})
    void aServiceThatRefuses_letsThePasswordThrough_logged(int status) throws Throwable {
        try (RangeService service = RangeService.answering(
                Reply.of(status, "text/plain", RangeService.hash(CHOSEN).substring(5) + ":9"))) {
            passesLogged(service.uri().toString(), PATIENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<!doctype html><p>Please log in to this network", "{\"error\":\"no\"}", "%s:9\r\n<html>"})
    void anAnswerThatIsNone_letsThePasswordThrough_logged(String body) throws Throwable {
        String sent = body.replace("%s", RangeService.hash(CHOSEN).substring(5));
        try (RangeService service = RangeService.answering(Reply.of(200, "text/plain", sent))) {
            passesLogged(service.uri().toString(), PATIENCE);
        }
    }

    @Test
    void aHugeAnswer_letsThePasswordThrough_logged() throws Throwable {
        String line = RangeService.hash(CHOSEN).substring(5) + ":9\r\n";
        try (RangeService service = RangeService.answering(Reply.of(200, "text/plain", line.repeat(100_000)))) {
            passesLogged(service.uri().toString(), PATIENCE);
        }
    }

    @Test
    void aRedirect_isNotFollowed_andLetsThePasswordThrough_logged() throws Throwable {
        try (RangeService elsewhere = RangeService.knowing(CHOSEN, 9);
                RangeService service = RangeService.answering(
                        Reply.of(307, "text/plain", "there").with("location", elsewhere.uri() + range(CHOSEN)))) {
            passesLogged(service.uri().toString(), PATIENCE);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void aServiceThatIsGone_letsThePasswordThrough_logged() throws Throwable {
        RangeService gone = RangeService.knowing(CHOSEN, 9);
        gone.close();
        passesLogged(gone.uri().toString(), PATIENCE);
    }

    @Test
    void aServiceThatDoesNotAnswer_isGivenUpAfterASecond_andLetsThePasswordThrough_logged() throws Throwable {
        assertThat(WorkLimits.OF_FUNCTIONS.breachedPasswords()).isEqualTo(Duration.ofSeconds(1));
        try (ServerSocket silent = silent()) {
            passesLogged("http://127.0.0.1:" + silent.getLocalPort(), WorkLimits.OF_FUNCTIONS.breachedPasswords());
        }
    }

    /** The system takes the connection, and nobody ever reads from it. */
    private static ServerSocket silent() throws IOException {
        return new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    private void passesLogged(String service, Duration longest) throws Throwable {
        List<String> lines = lines(() -> assertThat(setUp(service, portal.readySetUpToken(address), CHOSEN, longest)
                        .status())
                .isEqualTo(201));
        assertThat(lines).hasSize(1);
        JsonNode line = Api.JSON.readTree(lines.getFirst());
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "timestamp", "level", "message", "service", "function_name", "function_request_id", "error");
        assertThat(line.path("error").asText()).startsWith("java.io.IOException at dev.latchkey.");
        assertThat(lines.getFirst())
                .doesNotContain(CHOSEN, address, RangeService.hash(CHOSEN).substring(0, 5));
    }

    /** Those that are counted as failed checks. */
    private static List<String> lines(Executable call) throws Throwable {
        return Logs.during(call)
                .lines()
                .filter(Objects.requireNonNull(Deployed.logPatterns().get("FailedBreachChecks"))::matches)
                .toList();
    }

    private static String range(String password) {
        return "/range/" + RangeService.hash(password).substring(0, 5);
    }

    private Answer setUp(String service, String password) {
        return setUp(service, portal.readySetUpToken(address), password);
    }

    private Answer setUp(String service, String token, String password) {
        return setUp(service, token, password, PATIENCE);
    }

    private Answer setUp(String service, String token, String password, Duration longest) {
        return other(service, longest)
                .call("SetUpAccountFunction", "POST", null, Map.of("token", token, "password", password));
    }

    private Answer reset(String service, String password) {
        return reset(service, portal.resetToken(address), password);
    }

    private Answer reset(String service, String token, String password) {
        return other(service, PATIENCE)
                .call("ResetPasswordFunction", "POST", null, Map.of("token", token, "password", password));
    }

    private Answer change(String service, Answer session, String current, String chosen) {
        return other(service, PATIENCE)
                .call(
                        "ChangePasswordFunction",
                        "PUT",
                        session.text("/accessToken"),
                        Map.of("currentPassword", current, "newPassword", chosen));
    }

    private OtherDeployment other(String service, Duration longest) {
        WorkLimits deployed = WorkLimits.OF_FUNCTIONS;
        return new OtherDeployment(
                world,
                Map.of("BREACHED_PASSWORDS_URL", service),
                new WorkLimits(deployed.hash(), deployed.turns(), deployed.calls(), longest));
    }
}
