/** Routes of public keys and of the OpenID configuration. */
@NullMarked
package dev.latchkey.functions.discovery;

import org.jspecify.annotations.NullMarked;
