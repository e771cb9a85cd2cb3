package dev.latchkey.functions.settings;

import dev.latchkey.firm.Firm;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.settings.ReadSettings;
import dev.latchkey.staff.Role;

/** {@code GET …/portal-settings}: how the firm's clients sign in, now and next. */
public final class GetPortalSettingsFunction extends HttpFunction {

    private final StaffAuthorizer authorizer;
    private final ReadSettings reading;

    public GetPortalSettingsFunction() {
        this(Latchkey.onLambda());
    }

    public GetPortalSettingsFunction(Latchkey latchkey) {
        this.authorizer = latchkey.staffAuthorizer();
        this.reading = new SettingsParts(latchkey.parts()).readSettings();
    }

    @Override
    protected Reply handle(Request request) {
        Firm firm = reading.of(authorizer.admit(request, Role.READ).firm());
        return firm == null ? Problem.NOT_FOUND.reply() : PortalSettingsReply.of(firm);
    }
}
