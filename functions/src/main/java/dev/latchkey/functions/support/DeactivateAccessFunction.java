package dev.latchkey.functions.support;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.support.DeactivateAccess;

/** {@code POST …/portal-access/deactivate}: staff keep the owner of an account out. */
public final class DeactivateAccessFunction extends HttpFunction {

    private final StaffAuthorizer door;
    private final DeactivateAccess access;

    public DeactivateAccessFunction() {
        this(Latchkey.onLambda());
    }

    public DeactivateAccessFunction(Latchkey latchkey) {
        this.door = latchkey.staffAuthorizer();
        this.access = new RepairParts(latchkey.parts()).deactivateAccess();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = door.admit(request, Role.SUPPORT);
        return RepairReply.of(access.deactivate(AddressOrderFields.of(staff, request, "deactivate")));
    }
}
