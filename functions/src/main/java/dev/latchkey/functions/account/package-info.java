/** Routes of accounts, their passwords and the links mailed for them. */
@NullMarked
package dev.latchkey.functions.account;

import org.jspecify.annotations.NullMarked;
