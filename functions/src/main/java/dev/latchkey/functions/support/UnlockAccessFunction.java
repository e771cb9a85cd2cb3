package dev.latchkey.functions.support;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.support.UnlockAccess;

/** {@code POST …/portal-access/unlock}: staff end the locks of an account. */
public final class UnlockAccessFunction extends HttpFunction {

    private final StaffAuthorizer door;
    private final UnlockAccess unlocking;

    public UnlockAccessFunction() {
        this(Latchkey.onLambda());
    }

    public UnlockAccessFunction(Latchkey latchkey) {
        this.door = latchkey.staffAuthorizer();
        this.unlocking = new RepairParts(latchkey.parts()).unlockAccess();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = door.admit(request, Role.SUPPORT);
        return RepairReply.of(unlocking.unlock(AddressOrderFields.of(staff, request, "unlock")));
    }
}
