package dev.latchkey.functions.http;

import dev.latchkey.session.AuthenticateSession;
import dev.latchkey.session.LiveSession;

/** The one door to all routes of a client who is in. */
public final class SessionDoor {

    private final AuthenticateSession authenticate;

    public SessionDoor(AuthenticateSession authenticate) {
        this.authenticate = authenticate;
    }

    /** Lets the caller through, or refuses with 401 whatever the reason. */
    public LiveSession admit(Request request) {
        return authenticate.authenticate(Bearer.of(request)).orElseThrow(() -> new Refusal(Problem.INVALID_TOKEN));
    }
}
