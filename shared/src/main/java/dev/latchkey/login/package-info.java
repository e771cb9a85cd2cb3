/** The login by address and password. */
@NullMarked
package dev.latchkey.login;

import org.jspecify.annotations.NullMarked;
