package dev.latchkey.functions;

import dev.latchkey.account.AccountToken;
import dev.latchkey.account.Credentials;
import dev.latchkey.account.Password;
import dev.latchkey.contact.Email;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Fields.Field;
import dev.latchkey.functions.http.OpaqueToken;
import dev.latchkey.functions.http.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of the routes that take a password. Any string may be one: what is wrong with it, the rules say later. */
final class PasswordFields {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    /** A token that could be one but is none of ours is unknown, not malformed. */
    record Choosing(Optional<AccountToken> token, Password password) {}

    record Changing(Password current, Password chosen) {}

    private PasswordFields() {}

    static Credentials credentials(Request request) {
        Fields fields = request.json();
        var email = fields.required("email", Email::parse, "must be an e-mail address");
        var password = password(fields, "password");
        fields.end();
        return new Credentials(AddressFields.firm(request), email.get(), password.get());
    }

    static Choosing choosing(Request request) {
        Fields fields = request.json();
        var token = OpaqueToken.in(fields, "token");
        var password = password(fields, "password");
        fields.end();
        return new Choosing(AccountToken.parse(token.get().text()), password.get());
    }

    static Changing changing(Request request) {
        Fields fields = request.json();
        var current = password(fields, "currentPassword");
        var chosen = password(fields, "newPassword");
        fields.optional("code", PasswordFields::code, "must be six digits");
        fields.end();
        return new Changing(current.get(), chosen.get());
    }

    private static Field<Password> password(Fields fields, String name) {
        return fields.required(name, text -> Optional.of(Password.of(text)), "must be text");
    }

    private static Optional<String> code(String text) {
        return CODE.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
