package dev.latchkey.firm;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of a firm that the practice application deleted, so that no older word of it brings it back. To
 * whoever reads the firm there is none.
 *
 * @param version of the word that deleted it
 * @param isErasing whether something of it may still be there; no firm begins anew until then
 */
public record DeletedFirm(FirmId id, long version, boolean isErasing) {

    static final String VERSION = "version";
    static final String DELETED_AT = "deletedAt";
    static final String ERASING = "erasing";

    /** {@code null} for a firm that is there, and for one that nobody told of. */
    public static @Nullable DeletedFirm of(FirmId id, @Nullable Item item) {
        return item == null || item.optionalTime(DELETED_AT) == null
                ? null
                : new DeletedFirm(id, item.number(VERSION), item.flag(ERASING));
    }

    /** Takes the place of the firm with all that stands on its item, unless as much or more is known by now. */
    public static Write bury(FirmId id, long version, Instant now) {
        return Write.put(
                Item.at(Firm.key(id))
                        .number(VERSION, version)
                        .time(DELETED_AT, now)
                        .flag(ERASING, true)
                        .build(),
                Condition.absent().or(Condition.less(VERSION, version)));
    }

    /** Nothing of it is left. Loses where that was said already. */
    public Write erased(Instant end) {
        return Write.update(
                Firm.key(id),
                ItemUpdate.none().remove(ERASING).timeToLive(end),
                Condition.equal(VERSION, version).and(Condition.exists(ERASING)));
    }
}
