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
 * A number that all sessions and challenges of a holder are opened under. Counting it on ends every one of them in one
 * write, however many there are, also those that are being opened at this instant.
 */
public final class SessionEpoch {

    private static final String EPOCH = "epoch";

    private SessionEpoch() {}

    public static Key key(FirmId firm, Principal principal) {
        return principal.key(firm, "sessions");
    }

    /** Of no item, 0. */
    public static long of(@Nullable Item item) {
        return item == null ? 0 : item.number(EPOCH);
    }

    /** Ends all sessions and challenges. */
    public static Write endAll(FirmId firm, Principal principal) {
        return Write.update(key(firm, principal), ItemUpdate.none().increment(EPOCH));
    }

    /** The same, where nobody else did since this bond was read: what is opened with it is opened under the next. */
    public static Write endAll(FirmId firm, Principal principal, RevocationMarker read) {
        return Write.update(key(firm, principal), ItemUpdate.none().set(EPOCH, read.epoch() + 1), isAt(read.epoch()));
    }

    /** Fails a transaction where all sessions were ended since this bond was read. */
    public static Write check(FirmId firm, Principal principal, RevocationMarker read) {
        return Write.check(key(firm, principal), isAt(read.epoch()));
    }

    /** Ends all but this session. Two writes; they lose where the epoch moved on since the session was judged. */
    public static Write[] endOthers(Session spared) {
        long epoch = spared.marker().epoch();
        return new Write[] {
            Write.update(
                    key(spared.firm(), spared.id().principal()),
                    ItemUpdate.none().set(EPOCH, epoch + 1),
                    isAt(epoch)),
            Write.update(spared.id().key(spared.firm()), ItemUpdate.none().set(EPOCH, epoch + 1), Condition.present())
        };
    }

    private static Condition isAt(long epoch) {
        return epoch == 0 ? Condition.missing(EPOCH) : Condition.equal(EPOCH, epoch);
    }
}
