package dev.latchkey.functions.support;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.support.DeactivateAccess;

/** {@code POST …/portal-access/deactivate}: staff block the owner of an account. */
public final class DeactivateAccessFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final DeactivateAccess access;

    public DeactivateAccessFunction() {
        this(Latchkey.onLambda());
    }

    public DeactivateAccessFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.access = new SupportParts(latchkey.parts()).deactivateAccess();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = authorizer.admit(request, Role.SUPPORT);
        return SupportReply.of(access.deactivate(SupportRequestFields.of(staff, request, "deactivate")));
    }
}
