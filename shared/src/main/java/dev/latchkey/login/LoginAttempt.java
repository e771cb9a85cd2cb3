package dev.latchkey.login;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.throttling.FailedLogins;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to log in.
 *
 * @param source what its failure counts in, unless the device is known
 */
record LoginAttempt(LoginRequest request, FailedLogins source, RequestSource requestSource) {

    /** The tag of the device at this address. */
    @Nullable
    String tag() {
        return KnownDevices.tag(request.address(), requestSource.device());
    }
}
