/** What tests of the whole put into the table as this package writes it. */
@NullMarked
package dev.latchkey.account;

import org.jspecify.annotations.NullMarked;
