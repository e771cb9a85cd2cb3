package dev.latchkey.functions;

import dev.latchkey.account.Password;
import dev.latchkey.authenticator.RecoveryCode;
import dev.latchkey.authenticator.TotpCode;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Request;
import org.jspecify.annotations.Nullable;

/** The fields of the routes that take a code. */
final class CodeFields {

    static final String MUST = "must be six digits";

    /** A fresh proof of who is in: the password, and where there is an authenticator, its code. */
    record Fresh(Password password, @Nullable TotpCode code) {}

    /** The same where a code is needed in any case. */
    record Both(Password password, TotpCode code) {}

    private CodeFields() {}

    static TotpCode code(Request request) {
        Fields fields = request.json();
        var code = fields.required("code", TotpCode::parse, MUST);
        fields.end();
        return code.get();
    }

    static RecoveryCode recoveryCode(Request request) {
        Fields fields = request.json();
        var code = fields.required("recoveryCode", RecoveryCode::parse, "must be four groups of four characters");
        fields.end();
        return code.get();
    }

    static Fresh fresh(Request request) {
        Fields fields = request.json();
        var password = PasswordFields.password(fields, "password");
        var code = fields.optional("code", TotpCode::parse, MUST);
        fields.end();
        return new Fresh(password.get(), code.orNull());
    }

    static Both both(Request request) {
        Fields fields = request.json();
        var password = PasswordFields.password(fields, "password");
        var code = fields.required("code", TotpCode::parse, MUST);
        fields.end();
        return new Both(password.get(), code.get());
    }
}
