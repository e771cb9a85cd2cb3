package dev.latchkey.functions.link;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.magiclink.SendOutcome;
import dev.latchkey.magiclink.SendRequestLink;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import java.time.Duration;

/** {@code POST /v1/firms/{firmId}/contacts/{contactId}/magic-links}: staff send a contact a link to one request. */
public final class SendRequestLinkFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final SendRequestLink sending;

    public SendRequestLinkFunction() {
        this(Latchkey.onLambda());
    }

    public SendRequestLinkFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.sending = new LinkParts(latchkey.parts()).sendRequestLink();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember sender = authorizer.admit(request, Role.SUPPORT);
        return switch (sending.send(SendLinkFields.of(sender, request))) {
            case SendOutcome.Accepted accepted -> accepted(accepted);
            case SendOutcome.NoContact none -> Problem.NOT_FOUND.reply();
            case SendOutcome.NoAddress none -> Problem.NO_ADDRESS.reply();
            case SendOutcome.AddressUndeliverable bounced -> Problem.ADDRESS_UNDELIVERABLE.reply();
            case SendOutcome.KeyReused reused -> Problem.IDEMPOTENCY_KEY_REUSED.reply();
            case SendOutcome.TooMany(Duration wait) -> Problem.TOO_MANY_REQUESTS.retryAfter(wait);
        };
    }

    private static Reply accepted(SendOutcome.Accepted accepted) {
        return Reply.accepted(Bodies.object()
                .put("linkId", accepted.linkId())
                .put("email", accepted.email())
                .put("expiresAt", Bodies.time(accepted.expiresAt())));
    }
}
