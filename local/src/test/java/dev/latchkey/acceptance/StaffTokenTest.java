package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffTokenTest {

    private static final Pattern FROM_NOW = Pattern.compile("<(-?\\d+)>");

    private final World world = World.get();
    private final TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());

    /** Times are in seconds from the instant at which the token is made. */
    static List<String> claimsThatRefuse() {
        return List.of(
                "{\"exp\":null}",
                "{\"iat\":null}",
                "{\"iss\":null}",
                "{\"aud\":null}",
                "{\"sub\":null}",
                "{\"firm\":null}",
                "{\"roles\":null}",
                "{\"iss\":\"https://evil.test\"}",
                "{\"aud\":\"other\"}",
                "{\"aud\":[\"latchkey\",\"other\"]}",
                "{\"aud\":[]}",
                "{\"exp\":<-62>}",
                "{\"exp\":\"<600>\"}",
                "{\"iat\":<65>}",
                "{\"nbf\":<65>}",
                "{\"sub\":\"\"}",
                "{\"sub\":7}",
                "{\"firm\":[\"acme\"]}",
                "{\"roles\":\"portal:admin\"}",
                "{\"roles\":[\"portal:admin\",1]}");
    }

    @ParameterizedTest
    @MethodSource("claimsThatRefuse")
    void aClaimThatIsMissingWrongOrOfAnotherType_refusesTheToken(String claims) {
        assertThat(send(token(claims, "{}")).code()).isEqualTo("invalid-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"typ\":\"logout+jwt\"}",
                "{\"typ\":\"dpop+jwt\"}",
                "{\"typ\":\"application/jwt\"}",
                "{\"typ\":\"\"}",
                "{\"typ\":7}",
                "{\"crit\":[\"exp\"]}",
                "{\"kid\":null}",
                "{\"kid\":\"other\"}",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"RS512\"}",
                "{\"alg\":\"PS256\"}"
            })
    void aHeaderThatIsNotOurs_refusesTheToken(String header) {
        assertThat(send(token("{}", header)).code()).isEqualTo("invalid-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"aud\":[\"latchkey\"]}", "{\"unknown\":{\"a\":1}}"})
    void aValidToken_isTaken(String claims) {
        assertThat(send(token(claims, "{}")).status()).isEqualTo(202);
        assertThat(send(token(claims, "{\"jku\":\"https://evil.test/keys\"}")).status())
                .isEqualTo(202);
    }

    /** Providers write it in one of these ways; Cognito writes none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"typ\":null}",
                "{\"typ\":\"JWT\"}",
                "{\"typ\":\"jwt\"}",
                "{\"typ\":\"at+jwt\"}",
                "{\"typ\":\"AT+JWT\"}",
                "{\"typ\":\"application/at+jwt\"}"
            })
    void aTypeOfAnAccessToken_orNone_isTaken(String header) {
        assertThat(send(token("{}", header)).status()).isEqualTo(202);
    }

    @Test
    void whatIsNoToken_isRefusedAlike_andNeverAnError() {
        String good = token("{}", "{}");
        String[] parts = good.split("\\.", -1);
        String refused = send("x").withoutRequestId();
        for (String bad : new String[] {
            "bnVsbA.bnVsbA.AA",
            good + "==",
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1],
            parts[0] + "." + Base64.getUrlEncoder().encodeToString(new byte[600]) + "." + parts[2],
            "a".repeat(6000)
        }) {
            assertThat(send(bad).withoutRequestId()).isEqualTo(refused);
        }
        assertThat(send("x").headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void onlyExactlyOneBearerHeaderCounts() {
        String good = token("{}", "{}");
        String path = firm.path("c1");
        Map<String, String> body = Map.of("requestId", "r1");
        for (String[] headers : new String[][] {
            {},
            {"Authorization", ""},
            {"Authorization", good},
            {"Authorization", "Bearer  " + good},
            {"Authorization", "Basic " + good},
            {"Authorization", "Bearer " + good + " x"},
            {"Authorization", "Bearer " + good, "Authorization", "Bearer " + good},
            {"Cookie", "token=" + good},
            {"X-Authorization", "Bearer " + good}
        }) {
            assertThat(world.api().post(path, body, headers).code()).isEqualTo("invalid-token");
            assertThat(world.api()
                            .post(path + "?access_token=" + good, body, headers)
                            .code())
                    .isEqualTo("invalid-token");
        }
    }

    @Test
    void aClientsToken_isWorthNothingToStaffRoutes() {
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        assertThat(send(session.text("/accessToken")).code()).isEqualTo("invalid-token");
        assertThat(send(session.text("/refreshToken")).code()).isEqualTo("invalid-token");
    }

    @Test
    void aRefusedToken_costsNoCallToAws() {
        JsonNode before = world.quietCalls();
        send("bnVsbA.bnVsbA.AA");
        send(token("{\"exp\":1}", "{}"));
        assertThat(world.calls()).isEqualTo(before);
    }

    private Answer send(String token) {
        return world.api().post(firm.path("c1"), Map.of("requestId", "r1"), "Authorization", "Bearer " + token);
    }

    private String token(String claims, String header) {
        ObjectNode body = Api.JSON.createObjectNode().put("firmId", firm.id()).put("sub", "s1");
        body.putArray("roles").add("portal:support");
        long now = Instant.now().getEpochSecond();
        body.set(
                "claims",
                read(FROM_NOW.matcher(claims).replaceAll(from -> "" + (now + Long.parseLong(from.group(1))))));
        body.set("header", read(header));
        Answer token = world.api().post("/_local/staff-tokens", body);
        assertThat(token.status()).as(token.text()).isEqualTo(200);
        return token.text("/token");
    }

    private static JsonNode read(String json) {
        try {
            return Api.JSON.readTree(json);
        } catch (IOException notJson) {
            throw new IllegalStateException(notJson);
        }
    }
}
