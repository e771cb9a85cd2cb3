package dev.latchkey.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.NewChallenge;

/** Bodies of logins that are not finished. */
final class Challenges {

    private Challenges() {}

    /** The first factor is proven; a second has to be set up. */
    static ObjectNode enrolmentRequired(ChallengeToken challenge) {
        return Bodies.object()
                .put("status", "ENROLMENT_REQUIRED")
                .put("challenge", challenge.text())
                .put("expiresIn", NewChallenge.LIFE.toSeconds());
    }
}
