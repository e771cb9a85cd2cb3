/** Passwords: which are good enough, how they are hashed and checked, and how many attempts there are. */
@NullMarked
package dev.latchkey.password;

import org.jspecify.annotations.NullMarked;
