package dev.latchkey.functions.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.crypto.PublishedKeys;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code GET /.well-known/jwks.json}: the keys that verify our access tokens, RFC 7517. */
public final class GetJwksFunction extends HttpFunction {

    private final PublishedKeys keys;

    public GetJwksFunction() {
        this(Latchkey.onLambda());
    }

    public GetJwksFunction(Latchkey latchkey) {
        this.keys = latchkey.publishedKeys();
    }

    @Override
    protected Reply handle(Request request) {
        ObjectNode body = Bodies.object();
        PublishedKeys.Published published = keys.all();
        published.keys().forEach(key -> body.withArray("keys").add(Jwk.of(key)));
        Reply reply = Reply.ok(body).with("Cache-Control", GetOpenIdConfigurationFunction.CACHEABLE);
        return published.isWhole() ? reply : reply.loggedAs("signing_key_unusable");
    }
}
