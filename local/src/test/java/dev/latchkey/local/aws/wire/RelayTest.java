package dev.latchkey.local.aws.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.http.LoopbackServer;
import dev.latchkey.local.http.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who calls is told to the other side as it was, or as the one account that an emulator is used with. */
class RelayTest {

    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=%s/20260101/eu-west-1/kms/aws4_request,"
            + " SignedHeaders=host;x-amz-target, Signature=00";

    @Test
    void withoutAnAccount_theCallerStaysWhoItIs() throws IOException {
        assertThat(heardBy(null)).isEqualTo(SIGNED.formatted("local"));
    }

    @Test
    void withAnAccount_everyCallerIsIt_inTheSameRegionAndService() throws IOException {
        assertThat(heardBy("123456789012")).isEqualTo(SIGNED.formatted("123456789012"));
    }

    private static String heardBy(@Nullable String accessKey) throws IOException {
        try (LoopbackServer other = LoopbackServer.bind(0)) {
            other.serve(request -> Reply.of(200, "text/plain", String.valueOf(request.header("authorization"))));
            try (Relay relay = accessKey == null ? Relay.to(other.uri()) : Relay.to(other.uri(), accessKey)) {
                AwsCall call = AwsCall.read(
                                Map.of(
                                        "X-Amz-Target",
                                        List.of("TrentService.Sign"),
                                        "Authorization",
                                        List.of(SIGNED.formatted("local"))),
                                new byte[0])
                        .orElseThrow();
                return new String(relay.pass(call).body(), StandardCharsets.UTF_8);
            }
        }
    }
}
