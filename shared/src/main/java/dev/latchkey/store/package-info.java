/** The table: keys, reads, conditional writes and transactions. The only package that calls DynamoDB. */
@NullMarked
package dev.latchkey.store;

import org.jspecify.annotations.NullMarked;
