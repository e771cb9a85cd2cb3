package dev.latchkey.functions;

import dev.latchkey.functions.http.CookieDoor;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionDoor;
import dev.latchkey.functions.http.SessionReply;
import dev.latchkey.session.EndSession;
import dev.latchkey.session.LogOutByToken;
import dev.latchkey.session.Logout;
import java.util.Optional;

/** {@code POST /v1/logout}: ends the session that an access token, the refresh cookie or the body names. */
public final class LogoutFunction extends HttpFunction {

    private final SessionDoor door;
    private final EndSession ending;
    private final CookieDoor cookies;
    private final LogOutByToken endingByToken;

    public LogoutFunction() {
        this(Latchkey.onLambda());
    }

    public LogoutFunction(Latchkey latchkey) {
        this.door = latchkey.sessionDoor();
        this.ending = latchkey.endSession();
        this.cookies = latchkey.cookieDoor();
        this.endingByToken = latchkey.logOutByToken();
    }

    @Override
    protected Reply handle(Request request) {
        boolean bearer =
                request.headers().containsKey("authorization") || request.body().isEmpty();
        boolean cookie = cookies.isMeant(request);
        if (bearer && !cookie) {
            ending.logOut(door.admitToLeave(request), request.origin());
            return SessionReply.over(request);
        }
        var token = cookie ? Optional.of(cookies.admit(request)) : GivenRefreshToken.in(request);
        Reply refused = cookie ? SessionReply.refused(request) : SessionReply.over(request);
        return switch (endingByToken.logOut(token, request.origin())) {
            case Logout.LoggedOut loggedOut -> SessionReply.over(request);
            case Logout.Reused reused -> refused.loggedAs("authn_token_reuse");
            case Logout.Refused nobody -> refused;
        };
    }
}
