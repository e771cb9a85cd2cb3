package dev.latchkey.functions.session;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.RefreshCookieGuard;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionReply;
import dev.latchkey.session.RefreshOutcome;
import dev.latchkey.session.RefreshSession;
import java.util.Optional;

/** {@code POST /v1/sessions/refresh}: swaps a refresh token for new tokens; a copied one ends the session. */
public final class RefreshSessionFunction extends HttpFunction {

    private final RefreshSession refreshing;
    private final RefreshCookieGuard cookies;

    public RefreshSessionFunction() {
        this(Latchkey.onLambda());
    }

    public RefreshSessionFunction(Latchkey latchkey) {
        this.refreshing = latchkey.refreshSession();
        this.cookies = latchkey.refreshCookieGuard();
    }

    @Override
    protected Reply handle(Request request) {
        var token = cookies.isMeant(request) ? Optional.of(cookies.admit(request)) : GivenRefreshToken.in(request);
        var refreshment = token.map(known -> refreshing.refresh(known, request.requestSource()));
        return switch (refreshment.orElseGet(RefreshOutcome.Refused::new)) {
            case RefreshOutcome.Refreshed refreshed -> SessionReply.of(request, refreshed.grant());
            case RefreshOutcome.Reused reused -> SessionReply.refused(request).loggedAs("authn_token_reuse");
            case RefreshOutcome.Refused refused -> SessionReply.refused(request);
        };
    }
}
