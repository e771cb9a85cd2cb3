package dev.latchkey.functions.http;

import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.AuthenticateSession;
import dev.latchkey.session.Scope;

/** Guards all routes for signed-in clients. */
public final class SessionAuthorizer {

    private final AuthenticateSession authenticate;

    public SessionAuthorizer(AuthenticateSession authenticate) {
        this.authenticate = authenticate;
    }

    /** Accepts any session, or refuses with 401 for any reason. For ending one's own session. */
    public ActiveSession admitToLeave(Request request) {
        return authenticate
                .authenticate(Bearer.of(request))
                .orElseThrow(() -> new ProblemException(Problem.INVALID_TOKEN));
    }

    /** Accepts any session but one that may only enrol: that is refused with 403. */
    public ActiveSession admit(Request request) {
        ActiveSession live = admitToLeave(request);
        if (live.mayOnlyEnrol()) {
            throw new ProblemException(Problem.ENROLMENT_REQUIRED);
        }
        return live;
    }

    /** Accepts a login session, even if it may only enrol; a link session is refused with 403. */
    public ActiveSession admitToEnrol(Request request) {
        return portal(admitToLeave(request));
    }

    /** Accepts a login session; a link session is refused with 403. */
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
