package dev.latchkey.functions.client;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Fields.Field;
import dev.latchkey.functions.http.GivenDevice;
import dev.latchkey.functions.http.Request;
import dev.latchkey.password.Password;
import dev.latchkey.totp.RecoveryCode;
import dev.latchkey.totp.SecondFactorCode;
import dev.latchkey.totp.TotpCode;
import org.jspecify.annotations.Nullable;

/** The fields of the routes that take a code. */
public final class CodeFields {

    static final String MUST = "must be six digits";

    private static final String CODE = "code";
    private static final String RECOVERY_CODE = "recoveryCode";
    private static final String RECOVERY_MUST = "must be four groups of four characters";

    /** A reauthentication: the password, and a code if there is an authenticator. */
    public record Fresh(Password password, @Nullable SecondFactorCode code) {}

    /** The same with a required code. */
    public record Both(Password password, SecondFactorCode code) {}

    /** A sign-in code, and the device that it was typed on. */
    public record Step<T>(T code, GivenDevice device) {

        public RequestSource requestSource(Request request) {
            return request.requestSource().by(device.orNull());
        }
    }

    private CodeFields() {}

    public static SecondFactorCode secondFactor(Request request) {
        Fields fields = request.json();
        var code = either(fields);
        fields.end();
        return code.get();
    }

    /** An authenticator code, and the device that it was typed on. */
    public static Step<TotpCode> step(Request request, DeviceSecretReader devices) {
        Fields fields = request.json();
        GivenDevice device = devices.optional(request, fields);
        var code = fields.required(CODE, TotpCode::parse, MUST);
        fields.end();
        return new Step<>(code.get(), device);
    }

    public static Step<RecoveryCode> recoveryStep(Request request, DeviceSecretReader devices) {
        Fields fields = request.json();
        GivenDevice device = devices.optional(request, fields);
        var code = fields.required(RECOVERY_CODE, RecoveryCode::parse, RECOVERY_MUST);
        fields.end();
        return new Step<>(code.get(), device);
    }

    public static Fresh fresh(Request request) {
        Fields fields = request.json();
        var password = PasswordFields.password(fields, "password");
        var code = fields.has(CODE) || fields.has(RECOVERY_CODE) ? either(fields) : null;
        fields.end();
        return new Fresh(password.get(), code == null ? null : code.get());
    }

    public static Both both(Request request) {
        Fields fields = request.json();
        var password = PasswordFields.password(fields, "password");
        var code = either(fields);
        fields.end();
        return new Both(password.get(), code.get());
    }

    /** An authenticator code or a recovery code, not both. */
    private static Field<? extends SecondFactorCode> either(Fields fields) {
        if (!fields.has(RECOVERY_CODE)) {
            return fields.required(CODE, TotpCode::parse, MUST);
        }
        if (fields.has(CODE)) {
            throw Fields.invalid(RECOVERY_CODE, "must be left out beside code");
        }
        return fields.required(RECOVERY_CODE, RecoveryCode::parse, RECOVERY_MUST);
    }
}
