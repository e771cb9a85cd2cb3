package dev.latchkey.functions.support;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.support.ResetAccess;

/** {@code POST …/portal-access/reset}: staff remove an account's second factor. */
public final class ResetAccessFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final ResetAccess resetting;

    public ResetAccessFunction() {
        this(Latchkey.onLambda());
    }

    public ResetAccessFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.resetting = new SupportParts(latchkey.parts()).resetAccess();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = authorizer.admit(request, Role.SUPPORT);
        return SupportReply.of(resetting.reset(SupportRequestFields.withReason(staff, request, "reset")));
    }
}
