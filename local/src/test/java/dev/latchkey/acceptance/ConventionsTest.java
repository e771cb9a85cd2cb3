package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong input of every kind gets the named problem and changes nothing. */
class ConventionsTest {

    private static final String INSPECT = "/v1/magic-links/inspect";
    private static final String TOKEN = "x".repeat(60);
    private static final String GOOD = "{\"token\":\"" + TOKEN + "\"}";

    private final World world = World.get();
    private final Api api = world.api();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{}",
                "{\"token\":1}",
                "{\"token\":null}",
                "{\"token\":[\"x\"]}",
                "{\"token\":\"\"}",
                "{\"token\":\"short\"}",
                "{\"token\":\"xxxxxxxxxxxxxxxxxxxxxxxxxx xxxx\"}",
                "{\"token\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\"more\":1}",
                "{\"token\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\"token\":\"yyyyyyyyyyyyyyyyyyyyyyyyyyyy\"}",
                "{\"token\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxx\"} {}",
                "{\"token\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxx\",}",
                "{\"Token\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}"
            })
    void aBodyThatIsNotWhatTheContractSays_isAnInvalidRequest_thatNamesTheFields(String body) {
        Answer answer = api.post(INSPECT, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-request");
        assertThat(answer.body().path("errors")).isNotEmpty();
        assertThat(answer.text("/requestId")).isNotEmpty();
    }

    @Test
    void allFaultsOfABody_areToldTogether() {
        Answer answer = api.post("/v1/magic-links/redeem", "{\"token\":7,\"more\":1}");
        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asText()))
                .containsExactlyInAnyOrder("token", "deviceSecret", "more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application/json; profile=x; charset=\"latin1\"",
                "application/json; profile=\"a",
                "application/problem+json",
                "application/jsonp",
                "application/json, text/plain"
            })
    void anotherContentType_isUnsupported(String type) {
        assertThat(api.send("POST", INSPECT, GOOD, "Content-Type", type).code()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;",
                "application/json;charset=UTF-8",
                "application/json; charset=utf8",
                "application/json; charset=\"utf-8\"",
                "application/json; charset=UTF-8; profile=x",
                "application/json; profile=x; charset=utf-8",
                "application/json; profile=\"a,b\"",
                "application/json; profile=\"x; charset=latin1\"; charset=utf-8"
            })
    void jsonInUtf8_isTaken(String type) {
        assertThat(api.send("POST", INSPECT, GOOD, "Content-Type", type).status())
                .isEqualTo(404);
    }

    @Test
    void aBodyOverSixteenKibibytes_isTooLarge_toTheByte() {
        String padding = " ".repeat(16 * 1024 - GOOD.length());
        assertThat(api.post(INSPECT, GOOD + padding).status()).isEqualTo(404);
        assertThat(api.post(INSPECT, GOOD + padding + " ").code()).isEqualTo("payload-too-large");
        assertThat(api.post(INSPECT, "[".repeat(1_000_000)).code()).isEqualTo("payload-too-large");
        assertThat(api.post(INSPECT, "[".repeat(16_000)).code()).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/magic-links/inspect, POST",
        "PUT, /v1/magic-links/redeem, POST",
        "DELETE, /v1/me, GET",
        "POST, /v1/me, GET",
        "GET, /v1/logout, POST",
        "PATCH, /v1/firms/acme/contacts/c1/magic-links, POST",
        "POST, /.well-known/jwks.json, GET"
    })
    void anotherMethodOnAKnownPath_isNotAllowed_beforeAnyTokenIsLookedAt(String method, String path, String allow) {
        Answer answer = api.send(method, path, null, "Authorization", "Bearer nonsense");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains(allow);
    }

    @Test
    void headOnAKnownPath_isNotAllowedEither() {
        Answer answer = api.send("HEAD", "/v1/me", null);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/me/", "/v2/me", "/v1/magic-links", "/portal/", "/debug", "/v1//me"})
    void anUnknownPath_isNotFound(String path) {
        Answer answer = api.send("GET", path, null);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1%23contact", "..%2f", "%2A", "%F0%9F%98%80", "c1%00"})
    void anIdOfAnotherForm_isNotFound(String contactId) {
        TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
        Answer answer = api.post(
                "/v1/firms/" + firm.id() + "/contacts/" + contactId + "/magic-links",
                "{\"requestId\":\"r1\"}",
                "Authorization",
                firm.staff("portal:admin"));
        assertThat(answer.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a#b", "é", "\uD83D\uDE00"})
    void aRequestIdOfAnotherForm_isAnInvalidRequest(String requestId) {
        TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
        assertThat(firm.send("c1", requestId).code()).isEqualTo("invalid-request");
        assertThat(firm.send("c1", "x".repeat(65)).code()).isEqualTo("invalid-request");
        assertThat(firm.send("c1", "x".repeat(64)).status()).isEqualTo(202);
    }

    @Test
    void everyReply_forbidsCachingSniffingAndReferrers() {
        for (Answer answer : new Answer[] {
            api.post(INSPECT, "{"),
            api.post(INSPECT, GOOD),
            api.get("/v1/me"),
            api.get("/nowhere"),
            api.send("GET", INSPECT, null)
        }) {
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=63072000");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void onlyThePortalsOrigin_isLetThroughByCors() {
        String own = world.origin();
        Answer allowed = api.send("POST", INSPECT, "{", "Origin", own);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains(own);
        for (String origin :
                new String[] {"https://evil.test", own + ".evil.test", "null", own.replace("http", "https")}) {
            Answer refused = api.send("POST", INSPECT, "{", "Origin", origin);
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void aPreflight_isAnsweredForThePortalsOriginAlone() {
        String[] asked = {"Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type"};
        Answer own = api.send("OPTIONS", INSPECT, null, with(asked, "Origin", world.origin()));
        assertThat(own.status()).isEqualTo(204);
        assertThat(own.headers().firstValue("Access-Control-Allow-Origin")).contains(world.origin());
        assertThat(own.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("latchkey-refresh");
        Answer other = api.send("OPTIONS", INSPECT, null, with(asked, "Origin", "https://evil.test"));
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(api.send("OPTIONS", INSPECT, null).status()).isEqualTo(405);
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = name;
        more[headers.length + 1] = value;
        return more;
    }

    @Test
    void testHooksAndBypasses_doNotExist() {
        TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
        Answer plain = firm.me("x");
        for (String header : new String[] {"X-Test", "X-Now", "X-Debug", "X-HTTP-Method-Override", "X-Firm-Id"}) {
            Answer answer = api.get("/v1/me?debug=1&firm=" + firm.id(), header, "acme");
            assertThat(answer.status()).isEqualTo(401);
        }
        assertThat(plain.status()).isEqualTo(401);
    }
}
