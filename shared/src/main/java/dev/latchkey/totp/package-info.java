/** What a second factor is made of: an app's secret and its codes, and the codes that stand in for it. */
@NullMarked
package dev.latchkey.totp;

import org.jspecify.annotations.NullMarked;
