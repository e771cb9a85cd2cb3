package dev.latchkey.functions.settings;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.settings.ChangeSettings;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;

/** {@code PUT …/portal-settings}: an administrator changes how a firm's clients sign in, now or later. */
public final class ChangePortalSettingsFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final ChangeSettings changing;

    public ChangePortalSettingsFunction() {
        this(Latchkey.onLambda());
    }

    public ChangePortalSettingsFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.changing = new SettingsParts(latchkey.parts()).changeSettings();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = authorizer.admit(request, Role.ADMIN);
        return PortalSettingsReply.of(changing.change(PortalSettingsFields.ofChange(staff, request)));
    }
}
