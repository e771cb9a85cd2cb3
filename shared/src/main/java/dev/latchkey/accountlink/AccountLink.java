package dev.latchkey.accountlink;

import dev.latchkey.contact.AddressBinding;
import dev.latchkey.crypto.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mailed link to choose a password.
 *
 * @param binding of the address when it was first mailed; {@code null} before
 * @param passwordVersion of the account when it was first mailed; 0 for no account
 * @param sendings all mails of it that may have arrived
 * @param usedAt when a password was chosen with it
 */
public record AccountLink(
        AccountLinkId id,
        Instant askedAt,
        @Nullable AddressBinding binding,
        long passwordVersion,
        List<MailedSecret> sendings,
        @Nullable Instant usedAt) {

    /** One mail of the link, with the hash of its secret. */
    public record MailedSecret(Instant at, String secretHash) {

        String text() {
            return at.toEpochMilli() + "." + secretHash;
        }

        static MailedSecret read(String text) {
            int dot = text.indexOf('.');
            return new MailedSecret(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, dot))), text.substring(dot + 1));
        }
    }

    static AccountLink asked(AccountLinkId id, Instant now) {
        return new AccountLink(id, now, null, 0, List.of(), null);
    }

    public AccountLinkPurpose purpose() {
        return id.purpose();
    }

    Optional<MailedSecret> sendingOf(AccountToken token) {
        return sendings.stream()
                .filter(mailedSecret -> Digest.same(mailedSecret.secretHash(), token.hash()))
                .findFirst();
    }

    /** When the link of a mail expires. */
    public Instant endOf(Instant sentAt) {
        return (purpose() == AccountLinkPurpose.INVITATION ? askedAt : sentAt).plus(purpose().life);
    }

    /** From then on no mail of it can be used, and the item may be removed. */
    Instant keptUntil() {
        return askedAt.plus(purpose().life).plus(Duration.ofDays(30));
    }
}
