package dev.latchkey.functions.http;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.DeviceSecret;
import java.util.List;

/**
 * Reads the secret that identifies a caller's device. Programs send it as the field {@code deviceSecret}. Browsers keep it in a
 * cookie that no script reads and send {@code Latchkey-Device: cookie}, a header that no form can send.
 */
public final class DeviceSecretReader {

    private static final String FIELD = "deviceSecret";
    private static final String MUST = "must be 43 characters of base64url";
    private static final String FOREIGN_PAGE = "Only pages of an allowed origin may use the device cookie.";

    private final List<String> allowedOrigins;
    private final Randomness randomness;

    public DeviceSecretReader(List<String> allowedOrigins, Randomness randomness) {
        this.allowedOrigins = allowedOrigins;
        this.randomness = randomness;
    }

    /** For routes where a device is optional; call before the fields are ended. */
    public GivenDevice optional(Request request, Fields fields) {
        return DeviceCookie.isWanted(request)
                ? byCookie(request, fields)
                : GivenDevice.byField(fields.optional(FIELD, DeviceSecret::parse, MUST));
    }

    /** The same where it is required. */
    public GivenDevice required(Request request, Fields fields) {
        return DeviceCookie.isWanted(request)
                ? byCookie(request, fields)
                : GivenDevice.byField(fields.required(FIELD, DeviceSecret::parse, MUST));
    }

    /** Refuses both at once, and with 403 a page without exactly one {@code Origin} that equals an allowed one. */
    private GivenDevice byCookie(Request request, Fields fields) {
        GivenDevice device = byCookie(request);
        if (fields.has(FIELD)) {
            throw Fields.invalid(FIELD, "must be left out: the secret is in the cookie");
        }
        return device;
    }

    private GivenDevice byCookie(Request request) {
        if (!allowedOrigins.contains(request.headers().getOrDefault("origin", ""))) {
            throw new ProblemException(Problem.FORBIDDEN.reply(Bodies.object().put("detail", FOREIGN_PAGE)));
        }
        return GivenDevice.byCookie(DeviceCookie.in(request).orElseGet(() -> new DeviceSecret(randomness.secret())));
    }
}
