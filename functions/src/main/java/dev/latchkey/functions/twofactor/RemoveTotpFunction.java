package dev.latchkey.functions.twofactor;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.CodeFields;
import dev.latchkey.functions.client.CodeReplies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.twofactor.RemoveTotp;
import dev.latchkey.twofactor.RemoveTotp.Removal;

/** {@code DELETE /v1/totp}: removes a client's second factor, by password and an app or recovery code. */
public final class RemoveTotpFunction extends HttpFunction {

    private final SessionAuthorizer authorizer;
    private final RemoveTotp removing;

    public RemoveTotpFunction() {
        this(Latchkey.onLambda());
    }

    public RemoveTotpFunction(Latchkey latchkey) {
        this.authorizer = latchkey.sessionAuthorizer();
        this.removing = new TwoFactorParts(latchkey.parts()).removeTotp();
    }

    @Override
    protected Reply handle(Request request) {
        ActiveSession caller = authorizer.admitToPortal(request);
        var both = CodeFields.both(request);
        return switch (removing.remove(caller, both.password(), both.code(), request.requestSource())) {
            case Removal.Removed removed -> Reply.noContent();
            case Removal.RequiredByFirm required -> Problem.TOTP_REQUIRED_BY_FIRM.reply();
            case Removal.NotEnrolled none -> Problem.NOT_ENROLLED.reply();
            case Removal.Unproven(var why) -> CodeReplies.of(why);
            case Removal.SessionEnded ended -> Problem.INVALID_TOKEN.reply();
        };
    }
}
