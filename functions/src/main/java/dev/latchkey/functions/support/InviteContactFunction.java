package dev.latchkey.functions.support;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.invitation.InviteContact;
import dev.latchkey.invitation.InviteOutcome;
import dev.latchkey.json.StrictJson;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.SupportRequest;
import java.time.Duration;

/** {@code POST …/contacts/{contactId}/portal-access/invite}: staff have a set-up link mailed to a contact. */
public final class InviteContactFunction extends HttpFunction {

    private static final String ROUTE = "invite";

    private final StaffAuthorizer authorizer;
    private final InviteContact inviting;

    public InviteContactFunction() {
        this(Latchkey.onLambda());
    }

    public InviteContactFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.inviting = new SupportParts(latchkey.parts()).inviteContact();
    }

    @Override
    protected Reply handle(Request request) {
        SupportRequest wanted = SupportRequestFields.of(authorizer.admit(request, Role.SUPPORT), request, ROUTE);
        return switch (inviting.invite(wanted)) {
            case InviteOutcome.Invited(String answer) -> Reply.accepted(StrictJson.event(answer));
            case InviteOutcome.NoContact none -> Problem.NOT_FOUND.reply();
            case InviteOutcome.NoAddress none -> Problem.NO_ADDRESS.reply();
            case InviteOutcome.EmailRequired required -> Problem.EMAIL_REQUIRED.reply();
            case InviteOutcome.AddressUndeliverable bounced -> Problem.ADDRESS_UNDELIVERABLE.reply();
            case InviteOutcome.AccountExists exists -> Problem.ACCOUNT_EXISTS.reply();
            case InviteOutcome.LoginOff off -> Problem.LOGIN_OFF.reply();
            case InviteOutcome.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
            case InviteOutcome.KeyReused reused -> Problem.IDEMPOTENCY_KEY_REUSED.reply();
        };
    }
}
