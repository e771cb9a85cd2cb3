/** Routes of the authenticator app and its recovery codes. */
@NullMarked
package dev.latchkey.functions.twofactor;

import org.jspecify.annotations.NullMarked;
