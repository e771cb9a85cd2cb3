/** Browsers that signed in before, known by a secret, so that others can't use up their attempts. */
@NullMarked
package dev.latchkey.device;

import org.jspecify.annotations.NullMarked;
