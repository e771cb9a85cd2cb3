package dev.latchkey.functions.session;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.RefreshCookieGuard;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.functions.http.SessionReply;
import dev.latchkey.session.EndSession;
import dev.latchkey.session.LogOutByToken;
import dev.latchkey.session.LogoutOutcome;
import java.util.Optional;

/** {@code POST /v1/logout}: ends the session that an access token, the refresh cookie or the body names. */
public final class LogoutFunction extends HttpFunction {

    private final SessionAuthorizer authorizer;
    private final EndSession ending;
    private final RefreshCookieGuard cookies;
    private final LogOutByToken endingByToken;

    public LogoutFunction() {
        this(Latchkey.onLambda());
    }

    public LogoutFunction(Latchkey latchkey) {
        this.authorizer = latchkey.sessionAuthorizer();
        this.ending = latchkey.endSession();
        this.cookies = latchkey.refreshCookieGuard();
        this.endingByToken = latchkey.logOutByToken();
    }

    @Override
    protected Reply handle(Request request) {
        boolean bearer =
                request.headers().containsKey("authorization") || request.body().isEmpty();
        boolean cookie = cookies.isMeant(request);
        if (bearer && !cookie) {
            ending.logOut(authorizer.admitToLeave(request), request.requestSource());
            return SessionReply.over(request);
        }
        var token = cookie ? Optional.of(cookies.admit(request)) : GivenRefreshToken.in(request);
        Reply refused = cookie ? SessionReply.refused(request) : SessionReply.over(request);
        return switch (endingByToken.logOut(token, request.requestSource())) {
            case LogoutOutcome.LoggedOut loggedOut -> SessionReply.over(request);
            case LogoutOutcome.Reused reused -> refused.loggedAs("authn_token_reuse");
            case LogoutOutcome.Refused nobody -> refused;
        };
    }
}
