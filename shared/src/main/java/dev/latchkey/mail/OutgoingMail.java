package dev.latchkey.mail;

import dev.latchkey.audit.RequestSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The intent to send one mail. It says what kind and about which record; whoever delivers it looks up the rest then, so
 * that no address, name or secret waits here.
 *
 * @param requestSource of the request that it was due to
 * @param number that the words need, such as how many recovery codes are left; {@code null} where they need none
 * @param amr what was proven, joined by blanks, where the words tell how somebody got in; otherwise {@code null}
 */
public record OutgoingMail(
        MailId id,
        MailKind kind,
        String reference,
        Instant at,
        RequestSource requestSource,
        @Nullable Long number,
        @Nullable String amr) {

    /** A mail whose words need no number. */
    public OutgoingMail(MailId id, MailKind kind, String reference, Instant at, RequestSource requestSource) {
        this(id, kind, reference, at, requestSource, null, null);
    }
}
