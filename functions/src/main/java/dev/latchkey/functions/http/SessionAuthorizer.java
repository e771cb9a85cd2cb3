package dev.latchkey.functions.http;

import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.AuthenticateSession;
import dev.latchkey.session.Scope;

/** The one door to all routes of a client who is in. */
public final class SessionAuthorizer {

    private final AuthenticateSession authenticate;

    public SessionAuthorizer(AuthenticateSession authenticate) {
        this.authenticate = authenticate;
    }

    /** Lets in whoever has a session, or refuses with 401 whatever the reason. For what ends one's own session. */
    public ActiveSession admitToLeave(Request request) {
        return authenticate
                .authenticate(Bearer.of(request))
                .orElseThrow(() -> new ProblemException(Problem.INVALID_TOKEN));
    }

    /** Lets in whoever reaches anything; whoever may only enrol is refused with 403. */
    public ActiveSession admit(Request request) {
        ActiveSession live = admitToLeave(request);
        if (live.mayOnlyEnrol()) {
            throw new ProblemException(Problem.ENROLMENT_REQUIRED);
        }
        return live;
    }

    /** Lets in whoever logged in, also those who may do nothing but enrol; a link session is refused with 403. */
    public ActiveSession admitToEnrol(Request request) {
        return portal(admitToLeave(request));
    }

    /** Lets in whoever logged in; a link session is refused with 403. */
    public ActiveSession admitToPortal(Request request) {
        return portal(admit(request));
    }

    private static ActiveSession portal(ActiveSession live) {
        if (!live.session().scope().equals(Scope.PORTAL)) {
            throw new ProblemException(Problem.INSUFFICIENT_SCOPE);
        }
        return live;
    }
}
