package dev.latchkey.functions;

import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.FindAuthenticator;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionDoor;
import dev.latchkey.session.LiveSession;
import dev.latchkey.session.Session;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/me}: who the caller is, how they got in, and what they reach. */
public final class GetMeFunction extends HttpFunction {

    private final SessionDoor door;
    private final FindAuthenticator authenticators;

    public GetMeFunction() {
        this(Latchkey.onLambda());
    }

    public GetMeFunction(Latchkey latchkey) {
        this.door = latchkey.sessionDoor();
        this.authenticators = latchkey.findAuthenticator();
    }

    @Override
    protected Reply handle(Request request) {
        LiveSession live = door.admit(request);
        return Reply.ok(MeBody.of(live, authenticator(live)));
    }

    private @Nullable Authenticator authenticator(LiveSession live) {
        Session session = live.session();
        return session.scope().request().isEmpty()
                ? live.authenticator()
                : authenticators.of(session.firm(), session.email());
    }
}
