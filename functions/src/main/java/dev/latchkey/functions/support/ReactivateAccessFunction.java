package dev.latchkey.functions.support;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.support.ReactivateAccess;

/** {@code POST …/portal-access/reactivate}: staff unblock the owner of an account. */
public final class ReactivateAccessFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final ReactivateAccess access;

    public ReactivateAccessFunction() {
        this(Latchkey.onLambda());
    }

    public ReactivateAccessFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.access = new SupportParts(latchkey.parts()).reactivateAccess();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = authorizer.admit(request, Role.SUPPORT);
        return SupportReply.of(access.reactivate(SupportRequestFields.of(staff, request, "reactivate")));
    }
}
