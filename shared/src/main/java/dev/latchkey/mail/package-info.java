/** Outgoing mail: the outbox, the message, and the mail service. The only room that talks to SES. */
@NullMarked
package dev.latchkey.mail;

import org.jspecify.annotations.NullMarked;
