package dev.latchkey.functions;

import dev.latchkey.account.LogIn;
import dev.latchkey.account.LoginOutcome;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import java.time.Duration;

/** {@code POST /v1/firms/{firmId}/login}: lets a client in by address and password, or on to the second factor. */
public final class LogInFunction extends HttpFunction {

    private final LogIn login;

    public LogInFunction() {
        this(Latchkey.onLambda());
    }

    public LogInFunction(Latchkey latchkey) {
        this.login = latchkey.accounts().logIn();
    }

    @Override
    protected Reply handle(Request request) {
        return switch (login.logIn(PasswordFields.credentials(request), request.origin())) {
            case LoginOutcome.SignedIn(var grant, boolean suggested) ->
                Challenges.passed(request, grant, suggested).loggedAs("authn_login_success");
            case LoginOutcome.TotpRequired(var challenge) -> Challenges.reply(Challenges.totpRequired(challenge));
            case LoginOutcome.EnrolmentRequired(var challenge) ->
                Challenges.reply(Challenges.enrolmentRequired(challenge));
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
