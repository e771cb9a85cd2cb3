/** Portal accounts: creation, password and login. */
@NullMarked
package dev.latchkey.account;

import org.jspecify.annotations.NullMarked;
