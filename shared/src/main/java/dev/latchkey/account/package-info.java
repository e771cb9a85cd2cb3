/** Portal accounts: how one comes to be, its password, and logging in with it. */
@NullMarked
package dev.latchkey.account;

import org.jspecify.annotations.NullMarked;
