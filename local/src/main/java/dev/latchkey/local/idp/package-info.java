/** The firms' identity provider, played locally: keys and staff tokens, good ones and deliberately odd ones. */
@NullMarked
package dev.latchkey.local.idp;

import org.jspecify.annotations.NullMarked;
