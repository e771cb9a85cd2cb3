/** The table: keys, reads, conditional writes and transactions. The only room that talks to DynamoDB. */
@NullMarked
package dev.latchkey.store;

import org.jspecify.annotations.NullMarked;
