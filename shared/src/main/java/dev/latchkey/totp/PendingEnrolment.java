package dev.latchkey.totp;

import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator whose secret was shown and which waits for its first code. An account has at most one; a later start
 * replaces an earlier one. Nobody can sign in by it.
 *
 * @param sealedSecret as {@link TotpSecretCipher} gave it
 * @param by the login or session that began it, the only one that can confirm it
 * @param endsAt when it expires
 */
public record PendingEnrolment(String sealedSecret, String by, Instant endsAt) {

    /** How long it waits. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final String SECRET = "secret";

    public static Key key(FirmId firm, Principal account) {
        return account.key(firm, "enrolment");
    }

    /** {@code null} without an item. */
    public static @Nullable PendingEnrolment read(@Nullable Item item) {
        return item == null ? null : new PendingEnrolment(item.text(SECRET), item.text("by"), item.time("endsAt"));
    }

    public boolean canBeConfirmedBy(String who, Instant now) {
        return by.equals(who) && now.isBefore(endsAt);
    }

    /** Replaces any other. */
    public Write start(Key key) {
        return Write.overwrite(Item.at(key)
                .text(SECRET, sealedSecret)
                .text("by", by)
                .time("endsAt", endsAt)
                .timeToLive(endsAt)
                .build());
    }

    /** Removes it; fails if another replaced it. */
    public Write confirm(Key key) {
        return Write.delete(key, Condition.equal(SECRET, sealedSecret));
    }
}
