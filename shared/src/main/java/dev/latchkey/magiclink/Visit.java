package dev.latchkey.magiclink;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.device.DeviceSecret;

/**
 * One use of a link.
 *
 * @param counted whether a try of the link's code was taken for it, which is given back once the use is decided
 */
record Visit(DeviceSecret device, RequestSource requestSource, boolean counted) {}
