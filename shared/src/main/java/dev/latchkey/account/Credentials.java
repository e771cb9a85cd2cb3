package dev.latchkey.account;

import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.FirmId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody logs in with.
 *
 * @param device that they named themselves by
 */
public record Credentials(
        FirmId firm,
        Email email,
        Password password,
        @Nullable DeviceSecret device) {

    Holder address() {
        return Holder.of(firm, email);
    }

    /** Of the device at this address. */
    @Nullable
    String tag() {
        return KnownDevices.tag(address(), device);
    }
}
