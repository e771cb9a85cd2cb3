package dev.latchkey.local;

import com.auth0.jwk.Jwk;
import com.auth0.jwk.JwkException;
import com.auth0.jwk.UrlJwkProvider;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** What another service does with an access token: verify it by the issuer's published keys, and read its claims. */
public final class VerifyToken {

    private static final String AUDIENCE = "client-portal";

    private VerifyToken() {}

    /** Takes the issuer and the token; ends with an exception unless the token is good. */
    public static void main(String[] arguments) throws JwkException, MalformedURLException {
        URI issuer = URI.create(arguments[0]);
        DecodedJWT token = JWT.decode(arguments[1]);
        Jwk key = new UrlJwkProvider(issuer.resolve("/.well-known/jwks.json").toURL()).get(token.getKeyId());
        JWT.require(algorithm(key))
                .withIssuer(arguments[0])
                .withAudience(AUDIENCE)
                .build()
                .verify(token);
        byte[] claims = Base64.getUrlDecoder().decode(token.getPayload());
        System.out.println("verified " + new String(claims, StandardCharsets.UTF_8));
    }

    private static Algorithm algorithm(Jwk key) throws JwkException {
        return switch (key.getPublicKey()) {
            case RSAPublicKey rsa -> Algorithm.RSA256(rsa, null);
            case ECPublicKey ec -> Algorithm.ECDSA256(ec, null);
            default -> throw new IllegalArgumentException("no verifier for this kind of key");
        };
    }
}
