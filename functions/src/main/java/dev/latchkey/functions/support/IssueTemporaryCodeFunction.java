package dev.latchkey.functions.support;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.support.IssueTemporaryCode;
import dev.latchkey.support.SupportRefusal;
import dev.latchkey.support.TemporaryCodeOutcome;
import dev.latchkey.totp.RecoveryCode;
import java.time.Instant;

/** {@code POST …/portal-access/temporary-code}: staff issue a code for one login without the app. */
public final class IssueTemporaryCodeFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final IssueTemporaryCode issuing;

    public IssueTemporaryCodeFunction() {
        this(Latchkey.onLambda());
    }

    public IssueTemporaryCodeFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.issuing = new SupportParts(latchkey.parts()).issueTemporaryCode();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = authorizer.admit(request, Role.SUPPORT);
        return switch (issuing.issue(SupportRequestFields.withReason(staff, request, "temporary-code"))) {
            case TemporaryCodeOutcome.Issued(RecoveryCode code, Instant endsAt) ->
                Reply.created(Bodies.object().put("code", code.shown()).put("expiresAt", Bodies.time(endsAt)));
            case TemporaryCodeOutcome.AlreadyIssued already -> Problem.ALREADY_ISSUED.reply();
            case TemporaryCodeOutcome.NotEnrolled none -> Problem.NOT_ENROLLED.reply();
            case TemporaryCodeOutcome.Refused(SupportRefusal why) -> SupportReply.refused(why);
        };
    }
}
