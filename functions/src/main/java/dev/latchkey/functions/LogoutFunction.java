package dev.latchkey.functions;

import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionDoor;
import dev.latchkey.session.EndSession;

/** {@code POST /v1/logout}: ends the caller's session at once. */
public final class LogoutFunction extends HttpFunction {

    private final SessionDoor door;
    private final EndSession ending;

    public LogoutFunction() {
        this(Latchkey.onLambda());
    }

    public LogoutFunction(Latchkey latchkey) {
        this.door = latchkey.sessionDoor();
        this.ending = latchkey.endSession();
    }

    @Override
    protected Reply handle(Request request) {
        ending.logOut(door.admit(request), request.origin());
        return Reply.noContent();
    }
}
