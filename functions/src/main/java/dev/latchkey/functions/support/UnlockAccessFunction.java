package dev.latchkey.functions.support;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.support.UnlockAccess;

/** {@code POST …/portal-access/unlock}: staff remove an account's locks. */
public final class UnlockAccessFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final UnlockAccess unlocking;

    public UnlockAccessFunction() {
        this(Latchkey.onLambda());
    }

    public UnlockAccessFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.unlocking = new SupportParts(latchkey.parts()).unlockAccess();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = authorizer.admit(request, Role.SUPPORT);
        return SupportReply.of(unlocking.unlock(SupportRequestFields.of(staff, request, "unlock")));
    }
}
