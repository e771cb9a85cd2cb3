package dev.latchkey.functions.report;

import dev.latchkey.contactaccess.AccessStatus;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/** {@code GET …/portal-access}: the state of all clients' access, in pages or as one file. */
public final class ListPortalAccessFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final AccessList list;
    private final AccessReport report;

    public ListPortalAccessFunction() {
        this(Latchkey.onLambda());
    }

    public ListPortalAccessFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.list = new ReportParts(latchkey.parts()).list(latchkey.staffCursors());
        this.report = new ReportParts(latchkey.parts()).report();
    }

    @Override
    protected Reply handle(Request request) {
        ReportFormat format = ReportFormat.wanted(request);
        StaffMember staff = authorizer.admit(request, format == null ? Role.READ : Role.ADMIN);
        AccessStatus status = status(request);
        return format == null ? list.reply(staff, request, status) : report.reply(format, staff, request, status);
    }

    private static @Nullable AccessStatus status(Request request) {
        String name = request.query().get("status");
        return name == null
                ? null
                : AccessStatus.of(name).orElseThrow(() -> Fields.invalid("status", "must be a status of access"));
    }
}
