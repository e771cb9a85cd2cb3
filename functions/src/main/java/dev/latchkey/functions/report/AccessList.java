package dev.latchkey.functions.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contactaccess.AccessStatus;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.Paging;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffCursors;
import dev.latchkey.report.AccessPage;
import dev.latchkey.report.ListAccess;
import dev.latchkey.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replies with a page of the access report, each contact as its look-up shows it. */
final class AccessList {

    private final ListAccess listing;
    private final StaffCursors cursors;

    AccessList(ListAccess listing, StaffCursors cursors) {
        this.listing = listing;
        this.cursors = cursors;
    }

    Reply reply(StaffMember staff, Request request, @Nullable AccessStatus status) {
        Paging paging = Paging.of(request);
        List<String> query = List.of("portal-access", status == null ? "" : status.name());
        String place = cursors.place(staff, query, paging);
        ContactId after = place == null ? null : new ContactId(place);
        AccessPage page = listing.list(staff.firm(), status, paging.limit(), after);
        if (page == null) {
            return Problem.NOT_FOUND.reply();
        }
        ContactId next = page.next();
        ObjectNode body = Bodies.object();
        ArrayNode items = body.putArray("items");
        page.contacts().forEach(access -> items.add(AccessBody.of(access)));
        String cursor = cursors.cursor(staff, query, next == null ? null : next.value());
        return Reply.ok(body.put("nextCursor", cursor));
    }
}
