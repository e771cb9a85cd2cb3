package dev.latchkey.functions;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Refusal;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffDoor;
import dev.latchkey.magiclink.LinkOrder;
import dev.latchkey.magiclink.SendOutcome;
import dev.latchkey.magiclink.SendRequestLink;
import dev.latchkey.session.RequestId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/firms/{firmId}/contacts/{contactId}/magic-links}: staff send a contact a link to one request. */
public final class SendRequestLinkFunction extends HttpFunction {

    private final StaffDoor door;
    private final SendRequestLink sending;

    public SendRequestLinkFunction() {
        this(Latchkey.onLambda());
    }

    public SendRequestLinkFunction(Latchkey latchkey) {
        this.door = latchkey.staffDoor();
        this.sending = latchkey.sendRequestLink();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember sender = door.admit(request, Role.SUPPORT);
        return switch (sending.send(order(sender, request))) {
            case SendOutcome.Accepted accepted ->
                Reply.accepted(Bodies.object()
                        .put("linkId", accepted.linkId())
                        .put("email", accepted.email())
                        .put("expiresAt", Bodies.time(accepted.expiresAt())));
            case SendOutcome.NoContact none -> Problem.NOT_FOUND.reply();
            case SendOutcome.NoAddress none -> Problem.NO_ADDRESS.reply();
            case SendOutcome.KeyReused reused -> Problem.IDEMPOTENCY_KEY_REUSED.reply();
        };
    }

    private static LinkOrder order(StaffMember sender, Request request) {
        Fields fields = request.json();
        var requestId = fields.required("requestId", RequestId::parse, "must be 1 to 64 characters of A-Za-z0-9_-");
        var email = fields.optional("email", Email::parse, "must be an e-mail address");
        fields.end();
        ContactId contact =
                ContactId.parse(request.pathParameter("contactId")).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        @Nullable Email asked = email.orNull();
        @Nullable
        Idempotency repeat = StaffDoor.idempotencyKey(request)
                .map(key -> Idempotency.of(
                        sender,
                        key,
                        "send-request-link",
                        contact.value(),
                        requestId.get().value(),
                        asked == null ? "" : asked.address()))
                .orElse(null);
        return new LinkOrder(sender, contact, requestId.get(), asked, repeat, request.origin());
    }
}
