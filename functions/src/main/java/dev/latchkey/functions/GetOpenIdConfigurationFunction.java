package dev.latchkey.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.crypto.SigningKey;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code GET /.well-known/openid-configuration}: where a verifier finds our keys, OpenID Connect Discovery section 3. */
public final class GetOpenIdConfigurationFunction extends HttpFunction {

    static final String CACHEABLE = "public, max-age=300";

    private final Settings settings;

    public GetOpenIdConfigurationFunction() {
        this(Latchkey.onLambda());
    }

    public GetOpenIdConfigurationFunction(Latchkey latchkey) {
        this.settings = latchkey.settings();
    }

    @Override
    protected Reply handle(Request request) {
        String issuer = settings.issuer().issuer();
        ObjectNode body = Bodies.object().put("issuer", issuer).put("jwks_uri", issuer + "/.well-known/jwks.json");
        settings.publishedKeys().stream()
                .map(SigningKey::algorithm)
                .distinct()
                .forEach(algorithm ->
                        body.withArray("id_token_signing_alg_values_supported").add(algorithm.name()));
        return Reply.ok(body).with("Cache-Control", CACHEABLE);
    }
}
