package dev.latchkey.session;

import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * A number under which all sessions and challenges of a principal are opened. Incrementing it ends all of them in one write,
 * however many there are, including those that are being opened at the same time.
 */
public final class SessionEpoch {

    private static final String EPOCH = "epoch";

    private SessionEpoch() {}

    public static Key key(FirmId firm, Principal principal) {
        return principal.key(firm, "sessions");
    }

    /** The epoch in the item; 0 without an item. */
    public static long of(@Nullable Item item) {
        return item == null ? 0 : item.number(EPOCH);
    }

    /** Ends all sessions and challenges. */
    public static Write endAll(FirmId firm, Principal principal) {
        return Write.update(key(firm, principal), ItemUpdate.none().increment(EPOCH));
    }

    /** The same; the condition fails if the epoch changed since this marker was read. New sessions take the next marker. */
    public static Write endAll(FirmId firm, Principal principal, RevocationMarker read) {
        return Write.update(key(firm, principal), ItemUpdate.none().set(EPOCH, read.epoch() + 1), isAt(read.epoch()));
    }

    /** Fails a transaction if all sessions were ended since this marker was read. */
    public static Write check(FirmId firm, Principal principal, RevocationMarker read) {
        return Write.check(key(firm, principal), isAt(read.epoch()));
    }

    /**
     * Ends all sessions except this one. Two writes; their condition fails if the epoch changed since the session was
     * read.
     */
    public static Write[] endOthers(Session kept) {
        long epoch = kept.marker().epoch();
        return new Write[] {
            Write.update(
                    key(kept.firm(), kept.id().principal()), ItemUpdate.none().set(EPOCH, epoch + 1), isAt(epoch)),
            Write.update(kept.id().key(kept.firm()), ItemUpdate.none().set(EPOCH, epoch + 1), Condition.present())
        };
    }

    private static Condition isAt(long epoch) {
        return epoch == 0 ? Condition.missing(EPOCH) : Condition.equal(EPOCH, epoch);
    }
}
