package dev.latchkey.functions.session;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Paging;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.ListSessions;

/** {@code GET /v1/sessions}: where the caller is signed in. */
public final class ListSessionsFunction extends HttpFunction {

    private final SessionAuthorizer authorizer;
    private final ListSessions listing;

    public ListSessionsFunction() {
        this(Latchkey.onLambda());
    }

    public ListSessionsFunction(Latchkey latchkey) {
        this.authorizer = latchkey.sessionAuthorizer();
        this.listing = latchkey.listSessions();
    }

    @Override
    protected Reply handle(Request request) {
        ActiveSession caller = authorizer.admitToPortal(request);
        Paging paging = Paging.of(request);
        return listing.list(caller, paging.limit(), paging.cursor())
                .map(page -> Reply.ok(SessionList.body(page, caller.session())))
                .orElseGet(Problem.INVALID_CURSOR::reply);
    }
}
