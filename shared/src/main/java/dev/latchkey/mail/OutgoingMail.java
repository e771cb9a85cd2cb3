package dev.latchkey.mail;

import dev.latchkey.audit.Origin;
import java.time.Instant;

/**
 * The intent to send one mail. It says what kind and about which record; whoever delivers it looks up the rest then, so
 * that no address, name or secret waits here.
 *
 * @param origin of the request that it was due to
 */
public record OutgoingMail(MailId id, MailKind kind, String reference, Instant at, Origin origin) {}
