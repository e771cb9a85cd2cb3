package dev.latchkey.functions.session;

import dev.latchkey.contact.FurtherContacts;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.session.ActiveSession;

/** {@code GET /v1/me}: who the caller is, how they signed in, what they reach. */
public final class GetMeFunction extends HttpFunction {

    private static final int MOST_CONTACTS = 1_000;

    private final SessionAuthorizer authorizer;
    private final FurtherContacts contacts;

    public GetMeFunction() {
        this(Latchkey.onLambda());
    }

    public GetMeFunction(Latchkey latchkey) {
        this.authorizer = latchkey.sessionAuthorizer();
        this.contacts = latchkey.furtherContacts();
    }

    @Override
    protected Reply handle(Request request) {
        ActiveSession live = authorizer.admit(request);
        return Reply.ok(MeBody.of(live, contacts.all(live.recipient(), MOST_CONTACTS)));
    }
}
