package dev.latchkey.functions.support;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.invitation.BulkInvite;
import dev.latchkey.invitation.BulkInviteOutcome;
import dev.latchkey.json.StrictJson;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import java.time.Duration;

/** {@code POST …/portal-access/invitations}: staff invite many contacts at once. */
public final class InviteContactsFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final BulkInviteFields fields;
    private final BulkInvite inviting;

    public InviteContactsFunction() {
        this(Latchkey.onLambda());
    }

    public InviteContactsFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.fields = new BulkInviteFields(latchkey.staffCursors());
        this.inviting = new SupportParts(latchkey.parts()).bulkInvite(fields::text);
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = authorizer.admit(request, Role.SUPPORT);
        return switch (inviting.invite(fields.of(staff, request))) {
            case BulkInviteOutcome.Done(String answer) -> Reply.accepted(StrictJson.event(answer));
            case BulkInviteOutcome.NoFirm none -> Problem.NOT_FOUND.reply();
            case BulkInviteOutcome.LoginOff off -> Problem.LOGIN_OFF.reply();
            case BulkInviteOutcome.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
            case BulkInviteOutcome.KeyReused reused -> Problem.IDEMPOTENCY_KEY_REUSED.reply();
        };
    }
}
