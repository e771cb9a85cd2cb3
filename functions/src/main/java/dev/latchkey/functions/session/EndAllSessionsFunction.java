package dev.latchkey.functions.session;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.session.EndSessions;

/** {@code DELETE /v1/sessions}: ends all sessions of the caller, this one too. */
public final class EndAllSessionsFunction extends HttpFunction {

    private final SessionAuthorizer authorizer;
    private final EndSessions ending;

    public EndAllSessionsFunction() {
        this(Latchkey.onLambda());
    }

    public EndAllSessionsFunction(Latchkey latchkey) {
        this.authorizer = latchkey.sessionAuthorizer();
        this.ending = latchkey.endSessions();
    }

    @Override
    protected Reply handle(Request request) {
        ending.endAll(authorizer.admitToPortal(request), request.requestSource());
        return Reply.noContent();
    }
}
