package dev.latchkey.functions;

import dev.latchkey.access.InviteOrder;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Refusal;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffDoor;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.StaffMember;
import java.util.Objects;

/** Reads a staff member's wish that a contact be invited: body, path and idempotency key. */
final class InviteFields {

    private static final String ROUTE = "invite";

    private InviteFields() {}

    static InviteOrder of(StaffMember sender, Request request) {
        Fields fields = request.json();
        var email = fields.optional("email", Email::parse, "must be an e-mail address");
        var reason = fields.optional("reason", Reason::parse, Reason.MUST);
        fields.end();
        ContactId contact =
                ContactId.parse(request.pathParameter("contactId")).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        Email address = email.orNull();
        String to = address == null ? "" : address.address();
        String why = Objects.requireNonNullElse(reason.orNull(), "");
        Idempotency repeat = StaffDoor.idempotencyKey(request)
                .map(key -> Idempotency.of(sender, key, ROUTE, contact.value(), to, why))
                .orElse(null);
        return new InviteOrder(sender, contact, address, reason.orNull(), repeat, request.origin());
    }
}
