package dev.latchkey.crypto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import java.nio.charset.StandardCharsets;

/**
 * Signs claims with a key that never leaves KMS: RFC 7515 in compact form. Verifying needs no KMS call and is done
 * elsewhere.
 */
public record TokenSigner(Kms kms, SigningKey key) {

    /**
     * Costs one KMS Sign.
     *
     * @param type the header's {@code typ}; {@code alg} and {@code kid} are the key's
     */
    public String sign(String type, ObjectNode claims) {
        ObjectNode header = StrictJson.object()
                .put("alg", key.algorithm().name())
                .put("typ", type)
                .put("kid", key.kid());
        String signed = part(header) + "." + part(claims);
        return signed + "." + Base64Url.encode(kms.sign(key, signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(ObjectNode object) {
        return Base64Url.encode(StrictJson.text(object).getBytes(StandardCharsets.UTF_8));
    }
}
