/** Authenticator apps: their secrets and codes, how an app is told of them, and the recovery codes beside them. */
@NullMarked
package dev.latchkey.authenticator;

import org.jspecify.annotations.NullMarked;
