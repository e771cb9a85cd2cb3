package dev.latchkey.functions.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.crypto.Base64Url;
import dev.latchkey.crypto.PublishedKey;
import dev.latchkey.functions.http.Bodies;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** Writes a public key as a JWK, RFC 7518 section 6: public parts, {@code kid}, {@code alg} and {@code use}. */
final class Jwk {

    private static final int P256_COORDINATE = 32;

    private Jwk() {}

    static ObjectNode of(PublishedKey published) {
        ObjectNode jwk = Bodies.object()
                .put("kid", published.kid())
                .put("use", "sig")
                .put("alg", published.verifier().getName());
        return switch (published.key()) {
            case RSAPublicKey rsa ->
                jwk.put("kty", "RSA").put("n", unsigned(rsa.getModulus())).put("e", unsigned(rsa.getPublicExponent()));
            case ECPublicKey ec ->
                jwk.put("kty", "EC")
                        .put("crv", "P-256")
                        .put("x", coordinate(ec.getW().getAffineX()))
                        .put("y", coordinate(ec.getW().getAffineY()));
            default -> throw new IllegalStateException("no JWK form for this kind of key");
        };
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64Url.encode(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** Always 32 bytes, with leading zeros. */
    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[P256_COORDINATE];
        int length = Math.min(bytes.length, P256_COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, P256_COORDINATE - length, length);
        return Base64Url.encode(fixed);
    }
}
