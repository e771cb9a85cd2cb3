package dev.latchkey.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.authenticator.RecoveryCode;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionReply;
import dev.latchkey.twofactor.VerifyOutcome;
import java.time.Duration;
import java.util.List;

/** How codes that were not good are answered, whatever they were for. */
final class CodeReplies {

    private CodeReplies() {}

    static Reply wrong() {
        return Problem.INVALID_CODE.reply().loggedAs("authn_login_fail");
    }

    private static Reply wrong(long attemptsLeft) {
        return Problem.INVALID_CODE.reply("attemptsLeft", attemptsLeft).loggedAs("authn_login_fail");
    }

    static Reply locked(Duration wait) {
        return Problem.TOO_MANY_ATTEMPTS.retryAfter(wait).loggedAs("authn_login_lock");
    }

    static Reply of(Request request, VerifyOutcome outcome, GivenDevice device) {
        return switch (outcome) {
            case VerifyOutcome.SignedIn(var grant) ->
                device.kept(SessionReply.of(request, grant)).loggedAs("authn_login_success");
            case VerifyOutcome.Enrolled(var grant, var codes) ->
                device.kept(SessionReply.of(request, grant, body -> shown(body, codes)))
                        .loggedAs("authn_login_success");
            case VerifyOutcome.Wrong(long left) -> wrong(left);
            case VerifyOutcome.Locked(Duration wait) -> locked(wait);
            case VerifyOutcome.NothingPending none -> Problem.NO_ENROLMENT_PENDING.reply();
            case VerifyOutcome.Over over -> Problem.INVALID_TOKEN.reply();
        };
    }

    /** Shows recovery codes, which no later reply does. */
    static void shown(ObjectNode body, List<RecoveryCode> codes) {
        codes.forEach(code -> body.withArray("recoveryCodes").add(code.shown()));
    }
}
