package dev.latchkey.functions.http;

import dev.latchkey.device.DeviceSecret;
import java.util.List;
import java.util.Optional;

/**
 * A device's secret as a cookie, RFC 6265bis: no script can read it, and it is never sent for another site's page. It lives 400
 * days, the browsers' maximum, since some delete what a script keeps after seven.
 */
final class DeviceCookie {

    private static final String WANTED = "cookie";
    private static final String NAME = "__Host-latchkey-device";
    private static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=34560000";

    private DeviceCookie() {}

    /** Whether the caller sent exactly {@code Latchkey-Device: cookie}, once. */
    static boolean isWanted(Request request) {
        return WANTED.equals(request.headers().get("latchkey-device"));
    }

    static String of(DeviceSecret device) {
        return NAME + "=" + device.value() + RULES;
    }

    /** Empty if there is none of that name, or several, or none of ours. */
    static Optional<DeviceSecret> in(Request request) {
        List<String> sent = request.values(NAME);
        return sent.size() == 1 ? DeviceSecret.parse(sent.getFirst()) : Optional.empty();
    }
}
