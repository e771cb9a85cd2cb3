package dev.latchkey.functions.support;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.support.ResetAccess;

/** {@code POST …/portal-access/reset}: staff take an account's second factor away. */
public final class ResetAccessFunction extends HttpFunction {

    private final StaffAuthorizer door;
    private final ResetAccess resetting;

    public ResetAccessFunction() {
        this(Latchkey.onLambda());
    }

    public ResetAccessFunction(Latchkey latchkey) {
        this.door = latchkey.staffAuthorizer();
        this.resetting = new RepairParts(latchkey.parts()).resetAccess();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = door.admit(request, Role.SUPPORT);
        return RepairReply.of(resetting.reset(AddressOrderFields.withReason(staff, request, "reset")));
    }
}
