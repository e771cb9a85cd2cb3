package dev.latchkey.functions.link;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.ProblemException;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.magiclink.SendLinkRequest;
import dev.latchkey.session.RequestId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/** Reads what staff ask of a request link: body, path and idempotency key. */
public final class SendLinkFields {

    private static final String ROUTE = "send-request-link";

    private SendLinkFields() {}

    public static SendLinkRequest of(StaffMember sender, Request request) {
        Fields fields = request.json();
        var requestId = fields.required("requestId", RequestId::parse, "must be 1 to 64 characters of A-Za-z0-9_-");
        var email = fields.optional("email", Email::parse, "must be an e-mail address");
        fields.end();
        ContactId contact = ContactId.parse(request.pathParameter("contactId"))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Idempotency repeat = repeat(sender, request, contact, requestId.get(), email.orNull());
        return new SendLinkRequest(sender, contact, requestId.get(), email.orNull(), repeat, request.requestSource());
    }

    private static @Nullable Idempotency repeat(
            StaffMember sender, Request request, ContactId contact, RequestId about, @Nullable Email email) {
        String to = email == null ? "" : email.address();
        return StaffAuthorizer.idempotencyKey(request)
                .map(key -> Idempotency.of(sender, key, ROUTE, contact.value(), about.value(), to))
                .orElse(null);
    }
}
