/** Mailed links: send, inspect, deliver, redeem. */
@NullMarked
package dev.latchkey.magiclink;

import org.jspecify.annotations.NullMarked;
