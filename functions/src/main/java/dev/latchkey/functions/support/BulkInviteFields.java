package dev.latchkey.functions.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contactaccess.AccessStatus;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Paging;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.functions.http.StaffCursors;
import dev.latchkey.invitation.BulkInviteProgress;
import dev.latchkey.invitation.BulkInviteProgress.Skipped;
import dev.latchkey.invitation.BulkInviteRequest;
import dev.latchkey.invitation.BulkInviteRequest.Wanted;
import dev.latchkey.json.StrictJson;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.StaffMember;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which contacts to invite, and writes the result for each. */
final class BulkInviteFields {

    private static final String ROUTE = "invitations";
    private static final List<String> QUERY = List.of(ROUTE, AccessStatus.NO_ACCOUNT.name());

    private final StaffCursors cursors;

    BulkInviteFields(StaffCursors cursors) {
        this.cursors = cursors;
    }

    BulkInviteRequest of(StaffMember sender, Request request) {
        Fields fields = request.json();
        var ids =
                fields.list("contactIds", ContactId::parse, BulkInviteRequest.MOST, "must be 1 to 100 ids of contacts");
        var status = fields.optional("status", BulkInviteFields::noAccount, "must be NO_ACCOUNT");
        var cursor = fields.optional("cursor", Optional::of, "must be the nextCursor of an earlier call");
        fields.end();
        if ((ids.orNull() == null) == (status.orNull() == null)) {
            throw Fields.invalid("contactIds", "must be there, or else status");
        }
        if (cursor.orNull() != null && status.orNull() == null) {
            throw Fields.invalid("cursor", "belongs to a status");
        }
        Wanted wanted = ids.orNull() == null ? withoutAccount(sender, cursor.orNull()) : named(ids.get());
        Idempotency repeat = StaffAuthorizer.idempotencyKey(request)
                .map(key -> Idempotency.of(sender, key, ROUTE, wanted.toString()))
                .orElse(null);
        return new BulkInviteRequest(sender, wanted, repeat, request.requestSource());
    }

    private Wanted withoutAccount(StaffMember sender, @Nullable String cursor) {
        String place = cursors.place(sender, QUERY, new Paging(BulkInviteRequest.MOST, cursor));
        return new Wanted.WithoutAccount(place == null ? null : new ContactId(place));
    }

    private static Wanted named(List<ContactId> contacts) {
        return new Wanted.Named(contacts.stream().distinct().toList());
    }

    private static Optional<String> noAccount(String status) {
        return Optional.of(status).filter(AccessStatus.NO_ACCOUNT.name()::equals);
    }

    String text(BulkInviteRequest order, BulkInviteProgress invitations) {
        ObjectNode body = Bodies.object().put("invited", invitations.invited());
        ArrayNode skipped = body.putArray("skipped");
        for (Skipped one : invitations.skipped()) {
            skipped.addObject()
                    .put("contactId", one.contact().value())
                    .put("reason", one.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        ContactId next = invitations.next();
        String cursor = cursors.cursor(order.sender(), QUERY, next == null ? null : next.value());
        return StrictJson.text(body.put("nextCursor", cursor));
    }
}
