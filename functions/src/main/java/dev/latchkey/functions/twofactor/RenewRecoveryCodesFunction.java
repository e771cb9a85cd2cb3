package dev.latchkey.functions.twofactor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.CodeFields;
import dev.latchkey.functions.client.CodeReplies;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.twofactor.RenewRecoveryCodes;
import dev.latchkey.twofactor.RenewRecoveryCodes.Renewal;

/** {@code POST /v1/recovery-codes}: gives a signed-in client ten new recovery codes, by a code of the app or an old one. */
public final class RenewRecoveryCodesFunction extends HttpFunction {

    private final SessionAuthorizer authorizer;
    private final RenewRecoveryCodes renewing;

    public RenewRecoveryCodesFunction() {
        this(Latchkey.onLambda());
    }

    public RenewRecoveryCodesFunction(Latchkey latchkey) {
        this.authorizer = latchkey.sessionAuthorizer();
        this.renewing = new TwoFactorParts(latchkey.parts()).renewRecoveryCodes();
    }

    @Override
    protected Reply handle(Request request) {
        ActiveSession caller = authorizer.admitToPortal(request);
        return switch (renewing.renew(caller, CodeFields.secondFactor(request), request.requestSource())) {
            case Renewal.Renewed(var codes) -> {
                ObjectNode body = Bodies.object();
                CodeReplies.shown(body, codes);
                yield Reply.ok(body);
            }
            case Renewal.NotEnrolled none -> Problem.NOT_ENROLLED.reply();
            case Renewal.Unproven(var why) -> CodeReplies.of(why);
            case Renewal.SessionEnded ended -> Problem.INVALID_TOKEN.reply();
        };
    }
}
