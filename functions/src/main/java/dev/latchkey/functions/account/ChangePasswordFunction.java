package dev.latchkey.functions.account;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.client.CodeReplies;
import dev.latchkey.functions.client.PasswordFields;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.reauthentication.ChangeOutcome;
import dev.latchkey.reauthentication.ChangePassword;
import dev.latchkey.session.ActiveSession;

/** {@code PUT /v1/password}: a signed-in client changes their password; all their other sessions end. */
public final class ChangePasswordFunction extends HttpFunction {

    private final SessionAuthorizer authorizer;
    private final ChangePassword changing;

    public ChangePasswordFunction() {
        this(Latchkey.onLambda());
    }

    public ChangePasswordFunction(Latchkey latchkey) {
        this.authorizer = latchkey.sessionAuthorizer();
        this.changing = new AccountParts(latchkey.parts()).changePassword();
    }

    @Override
    protected Reply handle(Request request) {
        ActiveSession caller = authorizer.admitToPortal(request);
        var fields = PasswordFields.changing(request);
        return switch (changing.change(
                caller, fields.current(), fields.chosen(), fields.code(), request.requestSource())) {
            case ChangeOutcome.Changed changed -> Reply.noContent();
            case ChangeOutcome.Unproven(var why) -> CodeReplies.of(why);
            case ChangeOutcome.Rejected(var reason) -> PasswordRejectionReply.reply(reason);
            case ChangeOutcome.EnrolmentRequired required -> Problem.ENROLMENT_REQUIRED.reply();
            case ChangeOutcome.SessionEnded ended -> Problem.INVALID_TOKEN.reply();
        };
    }
}
