package dev.latchkey.functions.settings;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.settings.PreviewSettings;
import dev.latchkey.staff.Role;
import dev.latchkey.staff.StaffMember;

/** {@code POST …/portal-settings/preview}: shows what a change would do. */
public final class PreviewPortalSettingsFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final PreviewSettings previewing;

    public PreviewPortalSettingsFunction() {
        this(Latchkey.onLambda());
    }

    public PreviewPortalSettingsFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.previewing = new SettingsParts(latchkey.parts()).previewSettings();
    }

    @Override
    protected Reply handle(Request request) {
        StaffMember staff = authorizer.admit(request, Role.ADMIN);
        return PortalSettingsReply.of(previewing.preview(PortalSettingsFields.ofPreview(staff, request)));
    }
}
