package dev.latchkey.functions.settings;

import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.ProblemException;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.Rfc3339;
import dev.latchkey.settings.ChangeSettingsRequest;
import dev.latchkey.settings.EntityTag;
import dev.latchkey.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/** Reads the settings that an administrator wants. */
public final class PortalSettingsFields {

    private static final String ANY = "*";

    private PortalSettingsFields() {}

    /** For a change, which must have the version that it is based on. */
    static ChangeSettingsRequest ofChange(StaffMember by, Request request) {
        return of(by, request, true);
    }

    /** For a preview; it needs none. */
    public static ChangeSettingsRequest ofPreview(StaffMember by, Request request) {
        return of(by, request, false);
    }

    private static ChangeSettingsRequest of(StaffMember by, Request request, boolean writes) {
        Fields fields = request.json();
        var mode = fields.required("accessMode", AccessMode::parse, "must be an access mode");
        var linksNeedSecondFactor = fields.flag("linksNeedSecondFactor");
        var requestLinkDays = fields.whole("requestLinkDays", 1, PortalSettings.MOST_LINK_DAYS);
        var effectiveFrom = fields.optional("effectiveFrom", Rfc3339::parse, Rfc3339.MUST);
        fields.end();
        EntityTag read = read(request);
        if (read == null && writes) {
            throw new ProblemException(Problem.PRECONDITION_REQUIRED);
        }
        return new ChangeSettingsRequest(
                by,
                read,
                mode.get(),
                linksNeedSecondFactor.orNull(),
                requestLinkDays.orNull(),
                effectiveFrom.orNull(),
                request.requestSource());
    }

    /** {@code null} if the header has no version; {@code *} is none. */
    private static @Nullable EntityTag read(Request request) {
        String header = request.headers().get("if-match");
        if (header == null || header.isBlank() || header.strip().equals(ANY)) {
            return null;
        }
        return EntityTag.parse(header).orElseThrow(() -> Fields.invalid("If-Match", "must be one ETag, in quotes"));
    }
}
