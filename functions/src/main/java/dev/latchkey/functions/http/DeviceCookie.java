package dev.latchkey.functions.http;

import dev.latchkey.device.DeviceSecret;
import java.util.List;
import java.util.Optional;

/**
 * A device's secret as a cookie, RFC 6265bis: out of every script's reach, and never for another site's page. It lives as long
 * as browsers let one, 400 days, since what a script keeps is forgotten after seven by some.
 */
final class DeviceCookie {

    private static final String WANTED = "cookie";
    private static final String NAME = "__Host-latchkey-device";
    private static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=34560000";

    private DeviceCookie() {}

    /** Whether the caller said {@code Latchkey-Device: cookie}, to the letter and once. */
    static boolean isWanted(Request request) {
        return WANTED.equals(request.headers().get("latchkey-device"));
    }

    static String of(DeviceSecret device) {
        return NAME + "=" + device.value() + RULES;
    }

    /** Empty where there is none of that name, or several, or none that we made. */
    static Optional<DeviceSecret> in(Request request) {
        List<String> sent = request.values(NAME);
        return sent.size() == 1 ? DeviceSecret.parse(sent.getFirst()) : Optional.empty();
    }
}
