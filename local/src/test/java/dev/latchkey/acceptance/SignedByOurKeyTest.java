package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.table.LocalClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Even a token with our own signature is refused unless it is, claim for claim, one that we issue. */
class SignedByOurKeyTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
    private final String[] issued = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device())
            .text("/accessToken")
            .split("\\.", -1);

    @Test
    void theIssuedToken_signedAgain_isTaken() throws Exception {
        assertThat(firm.me(signed(decoded(0), decoded(1))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "aud",
                "sub",
                "exp",
                "iat",
                "nbf",
                "jti",
                "sid",
                "firm",
                "scope",
                "amr",
                "acr",
                "auth_time",
                "mode_v"
            })
    void aMissingClaimOrOneOfAnotherType_refusesTheToken(String claim) throws Exception {
        ObjectNode without = decoded(1);
        without.remove(claim);
        assertThat(firm.me(signed(decoded(0), without)).code()).isEqualTo("invalid-token");
        ObjectNode wrong = decoded(1);
        wrong.set(claim, Api.JSON.readTree("{\"a\":1}"));
        assertThat(firm.me(signed(decoded(0), wrong)).code()).isEqualTo("invalid-token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iss | \"https://evil.test\"",
                "sub | \"AAAAAAAAAAAAAAAAAAAAAA\"",
                "aud | \"staff\"",
                "aud | [\"client-portal\"]",
                "aud | [\"client-portal\",\"staff\"]",
                "exp | \"9999999999\"",
                "exp | 9999999999",
                "exp | 9999999999.5",
                "nbf | 9999999999",
                "iat | 9999999999",
                "firm | \"acme\"",
                "firm | \"a#b\"",
                "sid | \"c1.AAAAAAAAAAAAAAAAAAAAAA\"",
                "sid | \"c1\"",
                "amr | \"email\""
            })
    void anotherValue_refusesTheToken(String claim, String value) throws Exception {
        ObjectNode other = decoded(1);
        other.set(claim, Api.JSON.readTree(value));
        assertThat(firm.me(signed(decoded(0), other)).code()).isEqualTo("invalid-token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "typ | \"JWT\"",
                "typ | \"AT+JWT\"",
                "alg | \"RS512\"",
                "alg | \"PS256\"",
                "alg | \"none\"",
                "crit | [\"exp\"]",
                "kid | \"other\"",
                "kid | 7"
            })
    void anotherHeader_refusesTheToken(String name, String value) throws Exception {
        ObjectNode header = decoded(0);
        header.set(name, Api.JSON.readTree(value));
        assertThat(firm.me(signed(header, decoded(1))).code()).isEqualTo("invalid-token");
    }

    private ObjectNode decoded(int part) throws IOException {
        JsonNode node = Api.JSON.readTree(Base64.getUrlDecoder().decode(issued[part]));
        return (ObjectNode) node;
    }

    private String signed(ObjectNode header, ObjectNode claims) throws Exception {
        String content = encoded(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        try (KmsClient kms = LocalClients.kms(world.aws(), "local")) {
            byte[] signature = kms.sign(sign -> sign.keyId("alias/latchkey-signing")
                            .messageType(MessageType.DIGEST)
                            .signingAlgorithm(SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256)
                            .message(SdkBytes.fromByteArray(digest)))
                    .signature()
                    .asByteArray();
            return content + "." + encoded(signature);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
