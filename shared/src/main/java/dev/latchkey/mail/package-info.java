/** Outgoing mail: the outbox, the message and the mail service. The only package that calls SES. */
@NullMarked
package dev.latchkey.mail;

import org.jspecify.annotations.NullMarked;
