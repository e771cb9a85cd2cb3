package dev.latchkey.functions;

import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.OpaqueToken;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.session.RefreshSession;
import dev.latchkey.session.RefreshToken;
import dev.latchkey.session.Refreshment;

/** {@code POST /v1/sessions/refresh}: trades a refresh token for fresh tokens; a copied one ends the session. */
public final class RefreshSessionFunction extends HttpFunction {

    private final RefreshSession refreshing;

    public RefreshSessionFunction() {
        this(Latchkey.onLambda());
    }

    public RefreshSessionFunction(Latchkey latchkey) {
        this.refreshing = latchkey.refreshSession();
    }

    @Override
    protected Reply handle(Request request) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "refreshToken");
        fields.end();
        Refreshment refreshment = RefreshToken.parse(token.get().text())
                .map(parsed -> refreshing.refresh(parsed, request.origin()))
                .orElseGet(Refreshment.Refused::new);
        return switch (refreshment) {
            case Refreshment.Refreshed refreshed -> Reply.ok(Bodies.session(refreshed.grant()));
            case Refreshment.Reused reused -> Problem.INVALID_TOKEN.reply();
            case Refreshment.Refused refused -> Problem.INVALID_TOKEN.reply();
        };
    }
}
