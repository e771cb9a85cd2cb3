package dev.latchkey.functions;

import dev.latchkey.account.AccountToken;
import dev.latchkey.account.LoginRequest;
import dev.latchkey.account.Password;
import dev.latchkey.contact.Email;
import dev.latchkey.functions.http.DeviceDoor;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Fields.Field;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.OpaqueToken;
import dev.latchkey.functions.http.Request;
import dev.latchkey.totp.TotpCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of the routes that take a password. Any string may be one: what is wrong with it, the rules say later. */
final class PasswordFields {

    /** A token that could be one but is none of ours is unknown, not malformed. */
    record Choosing(Optional<AccountToken> token, Password password, GivenDevice device) {}

    /** Who logs in, and by which device. */
    record LoggingIn(LoginRequest credentials, GivenDevice device) {}

    /** @param code of the authenticator, where there is one */
    record Changing(
            Password current, Password chosen, @Nullable TotpCode code) {}

    private PasswordFields() {}

    static LoggingIn credentials(Request request, DeviceDoor devices) {
        Fields fields = request.json();
        var email = fields.required("email", Email::parse, "must be an e-mail address");
        var password = password(fields, "password");
        GivenDevice device = devices.optional(request, fields);
        fields.end();
        return new LoggingIn(new LoginRequest(AddressFields.firm(request), email.get(), password.get()), device);
    }

    static Choosing choosing(Request request, DeviceDoor devices) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "token");
        var password = password(fields, "password");
        GivenDevice device = devices.optional(request, fields);
        fields.end();
        return new Choosing(AccountToken.parse(token.get().text()), password.get(), device);
    }

    static Changing changing(Request request) {
        Fields fields = request.json();
        var current = password(fields, "currentPassword");
        var chosen = password(fields, "newPassword");
        var code = fields.optional("code", TotpCode::parse, CodeFields.MUST);
        fields.end();
        return new Changing(current.get(), chosen.get(), code.orNull());
    }

    static Field<Password> password(Fields fields, String name) {
        return fields.required(name, text -> Optional.of(Password.of(text)), "must be text");
    }
}
