package dev.latchkey.account;

import dev.latchkey.contact.AddressBinding;
import dev.latchkey.crypto.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mailed link that leads to choosing a password.
 *
 * @param binding under what it was first mailed; {@code null} before
 * @param passwordVersion of the account when it was first mailed, 0 where there was none
 * @param sendings all whose mail may be in a mailbox
 * @param usedAt when a password was chosen with it
 */
record AccountLink(
        AccountLinkId id,
        Instant askedAt,
        @Nullable AddressBinding binding,
        long passwordVersion,
        List<MailedSecret> sendings,
        @Nullable Instant usedAt) {

    /** One mail of it, by the hash of its secret. */
    record MailedSecret(Instant at, String secretHash) {

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

    AccountLinkPurpose purpose() {
        return id.purpose();
    }

    Optional<MailedSecret> sendingOf(AccountToken token) {
        return sendings.stream()
                .filter(mailedSecret -> Digest.same(mailedSecret.secretHash(), token.hash()))
                .findFirst();
    }

    /** When it dies for whoever got the mail that left then. */
    Instant endOf(Instant sentAt) {
        return (purpose() == AccountLinkPurpose.INVITATION ? askedAt : sentAt).plus(purpose().life);
    }

    /** When nobody can still use it, whenever it was mailed; then it may be cleared away. */
    Instant keptUntil() {
        return askedAt.plus(purpose().life).plus(Duration.ofDays(30));
    }
}
