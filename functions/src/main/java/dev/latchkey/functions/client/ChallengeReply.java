package dev.latchkey.functions.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Bearer;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.ProblemException;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionReply;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.TokenResponse;
import java.util.Optional;

/** Pending logins: their bearer token, and the bodies that issue one. */
public final class ChallengeReply {

    private ChallengeReply() {}

    /** Empty if the bearer is of another kind; then it may be an access token. */
    public static Optional<ChallengeToken> bearer(Request request) {
        return ChallengeToken.parse(Bearer.of(request));
    }

    /** Refuses any other bearer. */
    public static ChallengeToken only(Request request) {
        return bearer(request).orElseThrow(() -> new ProblemException(Problem.INVALID_TOKEN));
    }

    /** The first factor is proven; a second must be set up. */
    public static ObjectNode enrolmentRequired(ChallengeToken challenge) {
        return body("ENROLMENT_REQUIRED", challenge);
    }

    /** The first factor is proven; next comes an authenticator code or one that replaces it. */
    public static ObjectNode totpRequired(ChallengeToken challenge) {
        return body("TOTP_REQUIRED", challenge).put("recoveryAllowed", true);
    }

    /** Logged here, because the trail has it only when the code is judged. */
    public static Reply reply(ObjectNode body) {
        return Reply.ok(body).loggedAs("authn_login_first_factor");
    }

    /** The first factor is enough; a second may be suggested. */
    public static Reply passed(Request request, TokenResponse grant, boolean suggested) {
        return suggested
                ? SessionReply.of(request, grant, body -> body.put("enrolmentSuggested", true))
                : SessionReply.of(request, grant);
    }

    private static ObjectNode body(String status, ChallengeToken challenge) {
        return Bodies.object()
                .put("status", status)
                .put("challenge", challenge.text())
                .put("expiresIn", Challenge.LIFE.toSeconds());
    }
}
