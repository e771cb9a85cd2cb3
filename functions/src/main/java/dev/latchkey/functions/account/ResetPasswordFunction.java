package dev.latchkey.functions.account;

import dev.latchkey.accountlink.LinkRefusal;
import dev.latchkey.accountlink.ResetOutcome;
import dev.latchkey.accountlink.ResetPassword;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.PasswordFields;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;

/** {@code POST /v1/password/reset}: replaces a forgotten password. It signs nobody in. */
public final class ResetPasswordFunction extends HttpFunction {

    private final DeviceSecretReader devices;
    private final ResetPassword resetting;

    public ResetPasswordFunction() {
        this(Latchkey.onLambda());
    }

    public ResetPasswordFunction(Latchkey latchkey) {
        this.devices = latchkey.deviceSecretReader();
        this.resetting = new AccountParts(latchkey.parts()).resetPassword();
    }

    @Override
    protected Reply handle(Request request) {
        var chosen = PasswordFields.choosing(request, devices);
        ResetOutcome outcome = chosen.token()
                .map(token -> resetting.reset(token, chosen.password(), request.requestSource()))
                .orElseGet(() -> new ResetOutcome.NoLink(LinkRefusal.UNKNOWN));
        return switch (outcome) {
            case ResetOutcome.Done done -> Reply.noContent();
            case ResetOutcome.Rejected(var reason) -> PasswordRejectionReply.reply(reason);
            case ResetOutcome.NoLink(var why) -> PasswordRejectionReply.reply(why);
        };
    }
}
