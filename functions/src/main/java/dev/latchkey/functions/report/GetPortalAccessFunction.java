package dev.latchkey.functions.report;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.contactaccess.ReadAccess;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.ProblemException;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;

/** {@code GET …/contacts/{contactId}/portal-access}: the state of a client's access. */
public final class GetPortalAccessFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final ReadAccess reading;

    public GetPortalAccessFunction() {
        this(Latchkey.onLambda());
    }

    public GetPortalAccessFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.reading = new ReportParts(latchkey.parts()).readAccess();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = authorizer.admit(request, Role.READ);
        ContactId contact = ContactId.parse(request.pathParameter("contactId"))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        ContactAccess access = reading.of(staff.firm(), contact);
        return access == null ? Problem.NOT_FOUND.reply() : Reply.ok(AccessBody.of(access));
    }
}
