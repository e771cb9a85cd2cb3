package dev.latchkey.functions.support;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.ProblemException;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.SupportRequest;
import java.util.Objects;

/** Reads what staff request for one address of a contact: body, path and idempotency key. */
public final class SupportRequestFields {

    private SupportRequestFields() {}

    /**
     * The address and contact that a staff member asks something for.
     *
     * @param route names the action, so that one key can't stand for two
     */
    public static SupportRequest of(StaffMember sender, Request request, String route) {
        Fields fields = request.json();
        var reason = fields.optional("reason", Reason::parse, Reason.MUST);
        return of(sender, request, route, fields, reason);
    }

    /** The same with a required reason. */
    public static SupportRequest withReason(StaffMember sender, Request request, String route) {
        Fields fields = request.json();
        var reason = fields.required("reason", Reason::parse, Reason.MUST);
        return of(sender, request, route, fields, reason);
    }

    private static SupportRequest of(
            StaffMember sender, Request request, String route, Fields fields, Fields.Field<String> reason) {
        var email = fields.optional("email", Email::parse, "must be an e-mail address");
        fields.end();
        ContactId contact = ContactId.parse(request.pathParameter("contactId"))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Email address = email.orNull();
        String to = address == null ? "" : address.address();
        String why = Objects.requireNonNullElse(reason.orNull(), "");
        Idempotency repeat = StaffAuthorizer.idempotencyKey(request)
                .map(key -> Idempotency.of(sender, key, route, contact.value(), to, why))
                .orElse(null);
        return new SupportRequest(sender, contact, address, reason.orNull(), repeat, request.requestSource());
    }
}
