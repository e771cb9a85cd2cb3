package dev.latchkey.functions.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.crypto.PublishedKeys;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.session.TokenIssuer;

/** {@code GET /.well-known/openid-configuration}: where a verifier finds our keys, OpenID Connect Discovery section 3. */
public final class GetOpenIdConfigurationFunction extends HttpFunction {

    static final String CACHEABLE = "public, max-age=300";

    private final TokenIssuer issuer;
    private final PublishedKeys keys;

    public GetOpenIdConfigurationFunction() {
        this(Latchkey.onLambda());
    }

    public GetOpenIdConfigurationFunction(Latchkey latchkey) {
        this.issuer = latchkey.issuer();
        this.keys = latchkey.publishedKeys();
    }

    @Override
    protected Reply handle(Request request) {
        ObjectNode body = Bodies.object()
                .put("issuer", issuer.issuer())
                .put("jwks_uri", issuer.issuer() + "/.well-known/jwks.json");
        keys.all().keys().stream()
                .map(key -> key.verifier().getName())
                .distinct()
                .forEach(body.withArray("id_token_signing_alg_values_supported")::add);
        return Reply.ok(body).with("Cache-Control", CACHEABLE);
    }
}
