package dev.latchkey.functions.audit;

import dev.latchkey.audit.AuditPage;
import dev.latchkey.audit.AuditQuery;
import dev.latchkey.audit.ListAudit;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Paging;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.functions.http.StaffCursors;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;

/** {@code GET …/audit-events}: the firm's trail, newest first. */
public final class ListAuditEventsFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final ListAudit listing;
    private final StaffCursors cursors;

    public ListAuditEventsFunction() {
        this(Latchkey.onLambda());
    }

    public ListAuditEventsFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.listing = latchkey.listAudit();
        this.cursors = latchkey.staffCursors();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = authorizer.admit(request, Role.ADMIN);
        AuditQuery query = AuditFields.of(request);
        Paging paging = Paging.of(request);
        String place = cursors.place(staff, query.parts(), paging);
        AuditPage page = listing.list(staff.firm(), query, paging.limit(), place);
        return Reply.ok(AuditBody.of(page, cursors.cursor(staff, query.parts(), page.next())));
    }
}
