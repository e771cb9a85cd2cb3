package dev.latchkey.functions.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionReply;
import dev.latchkey.reauthentication.ReauthenticationFailure;
import dev.latchkey.totp.RecoveryCode;
import dev.latchkey.twofactor.VerifyOutcome;
import java.time.Duration;
import java.util.List;

/** Replies to wrong codes, for whatever purpose. */
public final class CodeReplies {

    private CodeReplies() {}

    private static Reply wrong(long attemptsLeft) {
        return Problem.INVALID_CODE.reply("attemptsLeft", attemptsLeft).loggedAs("authn_login_fail");
    }

    private static Reply locked(Duration wait) {
        return Problem.TOO_MANY_ATTEMPTS.retryAfter(wait).loggedAs("authn_login_lock");
    }

    /** The client failed to reauthenticate. */
    public static Reply of(ReauthenticationFailure why) {
        return switch (why) {
            case ReauthenticationFailure.WrongPassword wrong -> Problem.INVALID_CREDENTIALS.reply();
            case ReauthenticationFailure.CodeNotJudged none ->
                Problem.INVALID_CODE.reply().loggedAs("authn_login_fail");
            case ReauthenticationFailure.OfCode ofCode -> of(ofCode);
        };
    }

    /** The same when only a code is asked for. */
    public static Reply of(ReauthenticationFailure.OfCode why) {
        return switch (why) {
            case ReauthenticationFailure.Locked(Duration wait) -> locked(wait);
            case ReauthenticationFailure.WrongCode(long left) -> wrong(left);
        };
    }

    public static Reply of(Request request, VerifyOutcome outcome, GivenDevice device) {
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

    /** Shows recovery codes. No later reply shows them. */
    public static void shown(ObjectNode body, List<RecoveryCode> codes) {
        codes.forEach(code -> body.withArray("recoveryCodes").add(code.shown()));
    }
}
