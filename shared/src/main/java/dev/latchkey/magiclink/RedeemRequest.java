package dev.latchkey.magiclink;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.device.DeviceSecret;

/**
 * A device asks to redeem a link.
 *
 * @param counted whether an attempt at the link's code is counted for it, which is given back unless the code is wrong
 */
record RedeemRequest(DeviceSecret device, RequestSource requestSource, boolean counted) {

    static RedeemRequest uncounted(DeviceSecret device, RequestSource requestSource) {
        return new RedeemRequest(device, requestSource, false);
    }

    RedeemRequest withAttempt() {
        return new RedeemRequest(device, requestSource, true);
    }

    RedeemRequest withoutAttempt() {
        return uncounted(device, requestSource);
    }
}
