package dev.latchkey.functions.support;

import dev.latchkey.bounce.ResumeMail;
import dev.latchkey.bounce.ResumeOutcome;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.functions.mail.MailParts;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.SupportRequest;

/** {@code POST …/contacts/{contactId}/portal-access/resume-mail}: staff allow mail to a bounced address again. */
public final class ResumeMailFunction extends HttpFunction {

    private static final String ROUTE = "resume-mail";

    private final StaffAuthorizer authorizer;
    private final ResumeMail resuming;

    public ResumeMailFunction() {
        this(Latchkey.onLambda());
    }

    public ResumeMailFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.resuming = new MailParts(latchkey.parts()).resumeMail();
    }

    @Override
    protected Reply handle(Request request) {
        SupportRequest wanted = SupportRequestFields.of(authorizer.admit(request, Role.SUPPORT), request, ROUTE);
        return switch (resuming.resume(wanted)) {
            case ResumeOutcome.Resumed(String email) ->
                Reply.ok(Bodies.object()
                        .put("contactId", wanted.contact().value())
                        .put("email", email)
                        .put("undeliverable", false));
            case ResumeOutcome.NoContact none -> Problem.NOT_FOUND.reply();
            case ResumeOutcome.NoAddress none -> Problem.NO_ADDRESS.reply();
            case ResumeOutcome.EmailRequired required -> Problem.EMAIL_REQUIRED.reply();
            case ResumeOutcome.KeyReused reused -> Problem.IDEMPOTENCY_KEY_REUSED.reply();
        };
    }
}
