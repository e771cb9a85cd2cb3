package dev.latchkey.functions;

import dev.latchkey.account.Password;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.RecoveryCode;
import dev.latchkey.authenticator.TotpCode;
import dev.latchkey.functions.http.DeviceDoor;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.Request;
import org.jspecify.annotations.Nullable;

/** The fields of the routes that take a code. */
final class CodeFields {

    static final String MUST = "must be six digits";

    /** A fresh proof of who is in: the password, and where there is an authenticator, its code. */
    record Fresh(Password password, @Nullable TotpCode code) {}

    /** The same where a code is needed in any case. */
    record Both(Password password, TotpCode code) {}

    /** A code that leads in, and the device that it was typed on. */
    record Step<T>(T code, GivenDevice device) {

        Origin origin(Request request) {
            return request.origin().by(device.orNull());
        }
    }

    private CodeFields() {}

    static TotpCode code(Request request) {
        Fields fields = request.json();
        var code = fields.required("code", TotpCode::parse, MUST);
        fields.end();
        return code.get();
    }

    /** The last step of a way in, and the device that it is taken on. */
    static Step<TotpCode> step(Request request, DeviceDoor devices) {
        Fields fields = request.json();
        GivenDevice device = devices.optional(request, fields);
        var code = fields.required("code", TotpCode::parse, MUST);
        fields.end();
        return new Step<>(code.get(), device);
    }

    static Step<RecoveryCode> recoveryStep(Request request, DeviceDoor devices) {
        Fields fields = request.json();
        GivenDevice device = devices.optional(request, fields);
        var code = fields.required("recoveryCode", RecoveryCode::parse, "must be four groups of four characters");
        fields.end();
        return new Step<>(code.get(), device);
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
