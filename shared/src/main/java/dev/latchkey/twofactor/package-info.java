/** The use cases of the second factor: setting one up, proving it, its recovery codes. */
@NullMarked
package dev.latchkey.twofactor;

import org.jspecify.annotations.NullMarked;
