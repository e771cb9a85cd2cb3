/** Mailed links that make an account or set another password. */
@NullMarked
package dev.latchkey.accountlink;

import org.jspecify.annotations.NullMarked;
