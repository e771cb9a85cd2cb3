package dev.latchkey.local.idp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Plays the firms' identity provider. Its RSA key is new at every start and is made beside the rest of the start.
 * Claims and header may be overlaid with anything, null taking a field away, because a service must be shown what it
 * has to refuse; it signs with RS256 whatever the header then says, and not at all for {@code none}.
 */
public final class IdentityProvider {
    private static final String KEY_ID = "local-1";
    private static final int TOKEN_SECONDS = 3600;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String issuer;
    private final String audience;
    private final Clock clock;
    private final FutureTask<KeyPair> keys = new FutureTask<>(IdentityProvider::newKeys);

    public IdentityProvider(String issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        Thread.ofPlatform().daemon().name("staff-keys").start(keys);
    }

    public ObjectNode jwks() {
        RSAPublicKey key = (RSAPublicKey) keys().getPublic();
        ObjectNode jwks = JSON.createObjectNode();
        jwks.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", KEY_ID)
                .put("n", unsigned(key.getModulus()))
                .put("e", unsigned(key.getPublicExponent()));
        return jwks;
    }

    /** A token that holds for an hour of the local clock, unless the overlay says otherwise. */
    public String token(StaffTokenRequest request) {
        long now = clock.instant().getEpochSecond();
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", issuer)
                .put("aud", audience)
                .put("sub", request.sub())
                .put("firm", request.firmId())
                .put("iat", now)
                .put("exp", now + TOKEN_SECONDS)
                .put("jti", UUID.randomUUID().toString());
        claims.set("roles", JSON.valueToTree(request.roles()));
        ObjectNode header =
                JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT").put("kid", KEY_ID);
        return signed(overlaid(header, request.header()), overlaid(claims, request.claims()));
    }

    private String signed(ObjectNode header, ObjectNode claims) {
        String content = base64(header.toString()) + "." + base64(claims.toString());
        if (header.path("alg").asText().equals("none")) {
            return content + ".";
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys().getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("RS256 is part of every JDK", impossible);
        }
    }

    private KeyPair keys() {
        try {
            return keys.get();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed before the staff keys were made", closing);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the staff keys cannot be made", failed);
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static ObjectNode overlaid(ObjectNode own, JsonNode overlay) {
        overlay.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                own.remove(entry.getKey());
            } else {
                own.set(entry.getKey(), entry.getValue());
            }
        });
        return own;
    }

    private static String unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        int from = signed[0] == 0 ? 1 : 0;
        return base64(Arrays.copyOfRange(signed, from, signed.length));
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
