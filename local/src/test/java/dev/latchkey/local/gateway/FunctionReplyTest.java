package dev.latchkey.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionReplyTest {
    private static final Gateway GATEWAY = new Gateway();
    private static final String ERROR = "{\"message\":\"Internal Server Error\"}";

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @Test
    void statusHeadersCookiesAndBody_areHandedOn() throws Exception {
        HttpResponse<String> reply = GATEWAY.reply("""
                {"statusCode":418,"headers":{"x-a":"b","content-length":"1"},
                 "cookies":["a=1; Secure","b=2"],"body":"höt"}""");
        assertThat(reply.statusCode()).isEqualTo(418);
        assertThat(reply.headers().firstValue("x-a")).hasValue("b");
        assertThat(reply.headers().firstValue("content-type")).hasValue("text/plain;charset=utf-8");
        assertThat(reply.headers().allValues("set-cookie")).containsExactly("a=1; Secure", "b=2");
        assertThat(reply.body()).isEqualTo("höt");
    }

    @Test
    void aBase64Body_isDecoded() throws Exception {
        HttpResponse<String> reply =
                GATEWAY.reply("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"aGVsbG8=\"}");
        assertThat(reply.body()).isEqualTo("hello");
    }

    @Test
    void noContent_hasNoBody() throws Exception {
        HttpResponse<String> reply = GATEWAY.reply("{\"statusCode\":204}");
        assertThat(reply.statusCode()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw",
                "hang",
                "not json",
                "{\"body\":\"no status\"}",
                "{\"statusCode\":42}",
                "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"%\"}",
                "{\"statusCode\":200,\"headers\":{\"x\":\"a\\r\\nb: c\"}}"
            })
    void aFunctionThatFailsOrAnswersNonsense_is500(String behaviour) throws Exception {
        HttpResponse<String> reply = GATEWAY.reply(behaviour);
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).isEqualTo(ERROR);
    }

    @Test
    void aHeadRequest_getsTheHeadersOnly() throws Exception {
        HttpResponse<String> reply = GATEWAY.send(GATEWAY.request("/any").method("HEAD", BodyPublishers.noBody()));
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValueAsLong("content-length").orElse(0)).isPositive();
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void aBodyOverTenMegabytes_is413() throws Exception {
        byte[] large = new byte[11 * 1024 * 1024];
        HttpResponse<String> reply = GATEWAY.send(GATEWAY.request("/any").POST(BodyPublishers.ofByteArray(large)));
        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(reply.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    }
}
