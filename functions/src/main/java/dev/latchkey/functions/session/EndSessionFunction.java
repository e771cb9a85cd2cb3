package dev.latchkey.functions.session;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.EndSessions;
import dev.latchkey.session.SessionId;

/** {@code DELETE /v1/sessions/{sessionId}}: ends one session of the caller. */
public final class EndSessionFunction extends HttpFunction {

    private final SessionAuthorizer authorizer;
    private final EndSessions ending;

    public EndSessionFunction() {
        this(Latchkey.onLambda());
    }

    public EndSessionFunction(Latchkey latchkey) {
        this.authorizer = latchkey.sessionAuthorizer();
        this.ending = latchkey.endSessions();
    }

    @Override
    protected Reply handle(Request request) {
        ActiveSession caller = authorizer.admitToPortal(request);
        boolean ended = SessionId.parse(request.pathParameter("sessionId"))
                .map(id -> ending.end(caller, id, request.requestSource()))
                .orElse(false);
        return ended ? Reply.noContent() : Problem.NOT_FOUND.reply();
    }
}
