package dev.latchkey.functions.client;

import dev.latchkey.accountlink.AccountToken;
import dev.latchkey.contact.Email;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Fields.Field;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.OpaqueToken;
import dev.latchkey.functions.http.Request;
import dev.latchkey.login.LoginRequest;
import dev.latchkey.password.Password;
import dev.latchkey.totp.TotpCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of the routes that take a password. Any string is accepted here; the password rules judge it later. */
public final class PasswordFields {

    /** A token of valid form that isn't ours is unknown, not malformed. */
    public record Choosing(Optional<AccountToken> token, Password password, GivenDevice device) {}

    /** Who logs in, and on which device. */
    public record LoggingIn(LoginRequest request, GivenDevice device) {}

    /**
     * A change of password.
     *
     * @param code of the authenticator, if there is one
     */
    public record Changing(
            Password current, Password chosen, @Nullable TotpCode code) {}

    private PasswordFields() {}

    public static LoggingIn credentials(Request request, DeviceSecretReader devices) {
        Fields fields = request.json();
        var email = fields.required("email", Email::parse, "must be an e-mail address");
        var password = password(fields, "password");
        GivenDevice device = devices.optional(request, fields);
        fields.end();
        return new LoggingIn(new LoginRequest(AddressFields.firm(request), email.get(), password.get()), device);
    }

    public static Choosing choosing(Request request, DeviceSecretReader devices) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "token");
        var password = password(fields, "password");
        GivenDevice device = devices.optional(request, fields);
        fields.end();
        return new Choosing(AccountToken.parse(token.get().text()), password.get(), device);
    }

    public static Changing changing(Request request) {
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
