package dev.latchkey.functions.account;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.ChallengeReply;
import dev.latchkey.functions.client.PasswordFields;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.login.LogIn;
import dev.latchkey.login.LoginOutcome;
import java.time.Duration;

/** {@code POST /v1/firms/{firmId}/login}: signs in by address and password, or asks for the second factor. */
public final class LogInFunction extends HttpFunction {

    private final DeviceSecretReader devices;
    private final LogIn login;

    public LogInFunction() {
        this(Latchkey.onLambda());
    }

    public LogInFunction(Latchkey latchkey) {
        this.devices = latchkey.deviceSecretReader();
        this.login = new AccountParts(latchkey.parts()).logIn();
    }

    @Override
    protected Reply handle(Request request) {
        var asked = PasswordFields.credentials(request, devices);
        GivenDevice device = asked.device();
        return switch (login.logIn(asked.request(), request.requestSource().by(device.orNull()))) {
            case LoginOutcome.SignedIn(var grant, boolean suggested) ->
                device.kept(ChallengeReply.passed(request, grant, suggested)).loggedAs("authn_login_success");
            case LoginOutcome.TotpRequired(var challenge) ->
                ChallengeReply.reply(ChallengeReply.totpRequired(challenge));
            case LoginOutcome.EnrolmentRequired(var challenge) ->
                ChallengeReply.reply(ChallengeReply.enrolmentRequired(challenge));
            case LoginOutcome.Refused refused ->
                Problem.INVALID_CREDENTIALS.reply().loggedAs("authn_login_fail");
            case LoginOutcome.Locked(Duration wait) ->
                Problem.TOO_MANY_ATTEMPTS.retryAfter(wait).loggedAs("authn_login_lock");
            case LoginOutcome.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
            case LoginOutcome.LoginOff off -> Problem.LOGIN_OFF.reply();
            case LoginOutcome.NoFirm none -> Problem.NOT_FOUND.reply();
        };
    }
}
