package dev.latchkey.functions.account;

import dev.latchkey.accountlink.LinkRefusal;
import dev.latchkey.accountlink.SetUpAccount;
import dev.latchkey.accountlink.SetUpOutcome;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.ChallengeReply;
import dev.latchkey.functions.client.PasswordFields;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionReply;

/** {@code POST /v1/accounts/set-up}: creates an account by a mailed link and a new password, and signs its owner in. */
public final class SetUpAccountFunction extends HttpFunction {

    private final DeviceSecretReader devices;
    private final SetUpAccount settingUp;

    public SetUpAccountFunction() {
        this(Latchkey.onLambda());
    }

    public SetUpAccountFunction(Latchkey latchkey) {
        this.devices = latchkey.deviceSecretReader();
        this.settingUp = new AccountParts(latchkey.parts()).setUpAccount();
    }

    @Override
    protected Reply handle(Request request) {
        var chosen = PasswordFields.choosing(request, devices);
        RequestSource requestSource = request.requestSource().by(chosen.device().orNull());
        SetUpOutcome outcome = chosen.token()
                .map(token -> settingUp.setUp(token, chosen.password(), requestSource))
                .orElseGet(() -> new SetUpOutcome.NoLink(LinkRefusal.UNKNOWN));
        return switch (outcome) {
            case SetUpOutcome.SignedIn(var grant) -> chosen.device().kept(SessionReply.created(request, grant));
            case SetUpOutcome.EnrolmentRequired(var challenge) ->
                Reply.created(ChallengeReply.enrolmentRequired(challenge));
            case SetUpOutcome.Rejected(var reason) -> PasswordRejectionReply.reply(reason);
            case SetUpOutcome.NoLink(var why) -> PasswordRejectionReply.reply(why);
        };
    }
}
