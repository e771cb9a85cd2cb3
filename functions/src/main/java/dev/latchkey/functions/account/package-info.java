/** Routes of accounts and their passwords, and of the links that are mailed for them. */
@NullMarked
package dev.latchkey.functions.account;

import org.jspecify.annotations.NullMarked;
