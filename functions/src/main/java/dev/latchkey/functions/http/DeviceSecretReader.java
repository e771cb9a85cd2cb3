package dev.latchkey.functions.http;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.DeviceSecret;
import java.util.List;

/**
 * Where a caller's device is known by a secret of its own: programs send it as the field {@code deviceSecret}, browsers keep it
 * in a cookie that no script reads, and say so by the header {@code Latchkey-Device: cookie}, which no form can send.
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

    /** Of a route where a device may be named; to be called before the fields are ended. */
    public GivenDevice optional(Request request, Fields fields) {
        return DeviceCookie.isWanted(request)
                ? byCookie(request, fields)
                : GivenDevice.byField(fields.optional(FIELD, DeviceSecret::parse, MUST));
    }

    /** The same of a route where it must be. */
    public GivenDevice required(Request request, Fields fields) {
        return DeviceCookie.isWanted(request)
                ? byCookie(request, fields)
                : GivenDevice.byField(fields.required(FIELD, DeviceSecret::parse, MUST));
    }

    /** Refuses both at once, and with 403 a page without exactly one {@code Origin} that is allowed to the letter. */
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
