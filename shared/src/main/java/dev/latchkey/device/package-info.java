/** Browsers that got in before: known by a secret of theirs, so that strangers don't spend their allowance. */
@NullMarked
package dev.latchkey.device;

import org.jspecify.annotations.NullMarked;
