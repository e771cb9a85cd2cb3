/** Texts and delivery of mails to the owners of accounts: links, and notices of what changed. */
@NullMarked
package dev.latchkey.accountmail;

import org.jspecify.annotations.NullMarked;
