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
 * An authenticator that was shown to somebody and waits for its first code. An account has one at most: a later start takes
 * the place of an earlier. It lets nobody in.
 *
 * @param sealedSecret as {@link TotpSecretCipher} gave it
 * @param by whoever began it, the one login or session that can confirm it
 * @param endsAt when it is too late for that
 */
public record PendingEnrolment(String sealedSecret, String by, Instant endsAt) {

    /** How long it waits. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final String SECRET = "secret";

    public static Key key(FirmId firm, Principal account) {
        return account.key(firm, "enrolment");
    }

    /** {@code null} of no item. */
    public static @Nullable PendingEnrolment read(@Nullable Item item) {
        return item == null ? null : new PendingEnrolment(item.text(SECRET), item.text("by"), item.time("endsAt"));
    }

    public boolean canBeConfirmedBy(String who, Instant now) {
        return by.equals(who) && now.isBefore(endsAt);
    }

    /** Puts it in the place of any other. */
    public Write start(Key key) {
        return Write.overwrite(Item.at(key)
                .text(SECRET, sealedSecret)
                .text("by", by)
                .time("endsAt", endsAt)
                .timeToLive(endsAt)
                .build());
    }

    /** Takes it away; loses where another took its place. */
    public Write confirm(Key key) {
        return Write.delete(key, Condition.equal(SECRET, sealedSecret));
    }
}
