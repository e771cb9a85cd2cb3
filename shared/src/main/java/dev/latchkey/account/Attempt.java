package dev.latchkey.account;

import dev.latchkey.attempts.FailedLogins;
import dev.latchkey.audit.Origin;
import dev.latchkey.device.KnownDevices;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to log in.
 *
 * @param source whose failures it counts with, unless the device is known
 */
record Attempt(Credentials credentials, FailedLogins source, Origin origin) {

    /** Of the device at this address. */
    @Nullable
    String tag() {
        return KnownDevices.tag(credentials.address(), origin.device());
    }
}
