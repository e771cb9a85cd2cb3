package dev.latchkey.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.local.sample.SampleHandlers;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HttpEventTest {
    private static final Gateway GATEWAY = new Gateway();

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @Test
    void theEvent_isTheGatewaysVersionTwo() throws Exception {
        JsonNode event = event(
                GATEWAY.send(GATEWAY.request("/items/a%20b?x=1&y=&x=2%2C3").header("User-Agent", "me")));
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("GET /items/{itemId}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/items/a b");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&y=&x=2%2C3");
        assertThat(event.path("queryStringParameters"))
                .isEqualTo(
                        SampleHandlers.JSON.createObjectNode().put("x", "1,2,3").put("y", ""));
        assertThat(event.at("/pathParameters/itemId").asText()).isEqualTo("a b");
        assertThat(event.has("body")).isFalse();
        assertThat(event.has("cookies")).isFalse();
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void theRequestContext_tellsConnectionAndTime() throws Exception {
        JsonNode context = event(GATEWAY.send(
                        GATEWAY.request("/items/1").header("User-Agent", "me").header("X-Forwarded-For", "6.6.6.6")))
                .path("requestContext");
        assertThat(context.at("/http/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.at("/http/method").asText()).isEqualTo("GET");
        assertThat(context.at("/http/path").asText()).isEqualTo("/items/1");
        assertThat(context.at("/http/protocol").asText()).isEqualTo("HTTP/1.1");
        assertThat(context.at("/http/userAgent").asText()).isEqualTo("me");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("time").asText()).isEqualTo("01/Mar/2026:10:20:30 +0000");
        assertThat(context.path("timeEpoch").asLong()).isEqualTo(Gateway.CLOCK.millis());
    }

    @Test
    void theRequestId_isAnotherEachTime() throws Exception {
        HttpResponse<String> first = GATEWAY.send(GATEWAY.request("/any"));
        HttpResponse<String> second = GATEWAY.send(GATEWAY.request("/any"));
        assertThat(event(first).at("/requestContext/requestId").asText())
                .isNotEqualTo(event(second).at("/requestContext/requestId").asText())
                .isEqualTo(first.headers().firstValue("apigw-requestid").orElseThrow());
    }

    @Test
    void aRepeatedHeader_isJoinedByAComma() throws Exception {
        JsonNode event = event(
                GATEWAY.send(GATEWAY.request("/any").header("X-Thing", "one").header("x-thing", "two")));
        assertThat(event.at("/headers/x-thing").asText()).isEqualTo("one,two");
    }

    @Test
    void cookies_areAFieldOfTheirOwn() throws Exception {
        JsonNode event = event(GATEWAY.send(GATEWAY.request("/any").header("Cookie", "a=1; b=2;c=3")));
        assertThat(event.path("cookies")).extracting(JsonNode::asText).containsExactly("a=1", "b=2", "c=3");
        assertThat(event.path("headers").has("cookie")).isFalse();
    }

    @Test
    void aTextBody_comesAsItIs() throws Exception {
        JsonNode event = event(GATEWAY.send(GATEWAY.request("/any")
                .header("content-type", "Application/JSON; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"ü\":1}"))));
        assertThat(event.path("body").asText()).isEqualTo("{\"ü\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void anyOtherBody_comesInBase64() throws Exception {
        byte[] brokenUtf8 = {'"', (byte) 0xC3, '"'};
        String[][] binary = {
            {"content-type", "application/octet-stream"}, {"content-encoding", "gzip"}, {"x-no-type", "at all"}
        };
        for (String[] header : binary) {
            JsonNode event = event(GATEWAY.send(
                    GATEWAY.request("/any").header(header[0], header[1]).POST(BodyPublishers.ofString("hello"))));
            assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
            assertThat(Base64.getDecoder().decode(event.path("body").asText()))
                    .asString()
                    .isEqualTo("hello");
        }
        JsonNode broken = event(GATEWAY.send(GATEWAY.request("/any")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(brokenUtf8))));
        assertThat(Base64.getDecoder().decode(broken.path("body").asText())).isEqualTo(brokenUtf8);
    }

    @Test
    void aChunkedBody_isPutTogether() throws Exception {
        String reply = GATEWAY.raw(
                "POST /any HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Content-Type: text/plain",
                "Transfer-Encoding: chunked",
                "",
                "3",
                "abc",
                "2",
                "de",
                "0",
                "");
        assertThat(reply).contains("\"body\":\"abcde\"");
    }

    @Test
    void aPathOfTwoSlashes_isNotTakenForAHost() throws Exception {
        String reply = GATEWAY.raw("GET //evil/any HTTP/1.1", "Host: x", "Connection: close", "");
        assertThat(reply).contains("\"routeKey\":\"$default\"", "\"rawPath\":\"//evil/any\"");
    }

    private static JsonNode event(HttpResponse<String> echoed) throws IOException {
        assertThat(echoed.statusCode()).isEqualTo(200);
        return SampleHandlers.JSON.readTree(echoed.body());
    }
}
