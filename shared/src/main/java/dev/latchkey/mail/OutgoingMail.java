package dev.latchkey.mail;

import dev.latchkey.audit.RequestSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The intent to send one mail. It names the kind and the record that it is about. The sender looks up everything else,
 * so no address, name or secret is stored here.
 *
 * @param requestSource of the request that caused it
 * @param number that the text needs, such as how many recovery codes are left; {@code null} if it needs none
 * @param amr what was proven, joined by blanks, if the text tells how somebody signed in; otherwise {@code null}
 */
public record OutgoingMail(
        MailId id,
        MailKind kind,
        String reference,
        Instant at,
        RequestSource requestSource,
        @Nullable Long number,
        @Nullable String amr) {

    /** A mail whose text needs no number. */
    public OutgoingMail(MailId id, MailKind kind, String reference, Instant at, RequestSource requestSource) {
        this(id, kind, reference, at, requestSource, null, null);
    }
}
