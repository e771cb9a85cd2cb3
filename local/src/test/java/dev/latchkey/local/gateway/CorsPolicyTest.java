package dev.latchkey.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsPolicyTest {
    private static final String PORTAL = "https://portal.example.com";
    private static final Gateway GATEWAY = new Gateway();

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @Test
    void aPreflightOfAnAllowedOrigin_isAnsweredByTheDefaultRoute_withTheGatewaysPermission() throws Exception {
        HttpResponse<String> reply = preflight(PORTAL);
        assertThat(reply.statusCode()).isEqualTo(200);
        HttpHeaders headers = reply.headers();
        assertThat(headers.firstValue("access-control-allow-origin")).hasValue(PORTAL);
        assertThat(headers.firstValue("access-control-allow-credentials")).hasValue("true");
        assertThat(headers.firstValue("access-control-allow-methods")).hasValue("GET,POST,PUT,DELETE");
        assertThat(headers.firstValue("access-control-allow-headers"))
                .hasValue("authorization,content-type,latchkey-refresh");
        assertThat(headers.firstValue("access-control-max-age")).hasValue("600");
        assertThat(headers.allValues("vary")).containsExactly("accept-encoding, Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test",
                "https://portal.example.com.evil.test",
                "http://portal.example.com",
                "https://PORTAL.example.com",
                "null"
            })
    void anyOtherOrigin_getsNoPermission(String origin) throws Exception {
        assertThat(preflight(origin).headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(actual(origin).headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void anActualRequest_getsTheGatewaysHeadersInsteadOfTheFunctions() throws Exception {
        HttpHeaders headers = actual(PORTAL).headers();
        assertThat(headers.allValues("access-control-allow-origin")).containsExactly(PORTAL);
        assertThat(headers.firstValue("access-control-expose-headers")).hasValue("etag");
        assertThat(headers.allValues("vary")).containsExactly("accept-encoding, Origin");
    }

    @Test
    void anErrorOfTheGateway_carriesThemToo() throws Exception {
        HttpResponse<String> reply = GATEWAY.send(GATEWAY.request("/reply")
                .header("origin", PORTAL)
                .header("content-type", "text/plain")
                .POST(BodyPublishers.ofString("throw")));
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.headers().firstValue("access-control-allow-origin")).hasValue(PORTAL);
    }

    @Test
    void optionsWithoutAnOrigin_isARequestLikeAnyOther() throws Exception {
        HttpResponse<String> reply = GATEWAY.send(GATEWAY.request("/any").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(reply.statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> preflight(String origin) throws Exception {
        return GATEWAY.send(GATEWAY.request("/any")
                .header("origin", origin)
                .header("access-control-request-method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private static HttpResponse<String> actual(String origin) throws Exception {
        return GATEWAY.send(GATEWAY.request("/any").header("origin", origin));
    }
}
