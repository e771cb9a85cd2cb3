package dev.latchkey.functions;

import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Refusal;
import dev.latchkey.functions.http.Request;
import dev.latchkey.settings.SettingsOrder;
import dev.latchkey.settings.VersionTag;
import dev.latchkey.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/** Reads what an administrator wants the settings to be. */
final class PortalSettingsFields {

    private static final String ANY = "*";

    private PortalSettingsFields() {}

    /** Of a change, which must carry the version that it was made from. */
    static SettingsOrder ofChange(StaffMember by, Request request) {
        return of(by, request, true);
    }

    /** Of a preview, which need not. */
    static SettingsOrder ofPreview(StaffMember by, Request request) {
        return of(by, request, false);
    }

    private static SettingsOrder of(StaffMember by, Request request, boolean writes) {
        Fields fields = request.json();
        var mode = fields.required("accessMode", AccessMode::parse, "must be an access mode");
        var linksNeedSecondFactor = fields.flag("linksNeedSecondFactor");
        var requestLinkDays = fields.whole("requestLinkDays", 1, PortalSettings.MOST_LINK_DAYS);
        var effectiveFrom = fields.optional("effectiveFrom", Times::parse, Times.MUST);
        fields.end();
        VersionTag read = read(request);
        if (read == null && writes) {
            throw new Refusal(Problem.PRECONDITION_REQUIRED);
        }
        return new SettingsOrder(
                by,
                read,
                mode.get(),
                linksNeedSecondFactor.orNull(),
                requestLinkDays.orNull(),
                effectiveFrom.orNull(),
                request.origin());
    }

    /** {@code null} where the header says no version; that any will do is no version. */
    private static @Nullable VersionTag read(Request request) {
        String header = request.headers().get("if-match");
        if (header == null || header.isBlank() || header.strip().equals(ANY)) {
            return null;
        }
        return VersionTag.parse(header).orElseThrow(() -> Fields.invalid("If-Match", "must be one ETag, in quotes"));
    }
}
