/** What only the local server has, all below /_local/: mailbox, clock, faults, events and the page that lists them. */
@NullMarked
package dev.latchkey.local.hooks;

import org.jspecify.annotations.NullMarked;
