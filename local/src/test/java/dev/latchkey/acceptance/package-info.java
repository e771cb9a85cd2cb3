/** The product as its callers see it: over HTTP, on the local server, with the store, the keys and the mail service on their real wires. */
@NullMarked
package dev.latchkey.acceptance;

import org.jspecify.annotations.NullMarked;
