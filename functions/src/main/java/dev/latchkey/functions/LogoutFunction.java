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

/** {@code POST /v1/logout}: ends the caller's session at once, whether its access token names it or the refresh cookie. */
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
        if (cookies.isMeant(request)) {
            return byCookie(request);
        }
        ending.logOut(door.admitToLeave(request), request.origin());
        return SessionReply.over(request);
    }

    private Reply byCookie(Request request) {
        return switch (endingByToken.logOut(cookies.admit(request), request.origin())) {
            case Logout.LoggedOut loggedOut -> SessionReply.over(request);
            case Logout.Reused reused -> SessionReply.refused(request).loggedAs("authn_token_reuse");
            case Logout.Refused refused -> SessionReply.refused(request);
        };
    }
}
