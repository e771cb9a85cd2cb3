package dev.latchkey.firm;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tombstone of a firm that the practice application deleted, so that no older event brings it back. Readers of the
 * firm find none.
 *
 * @param version of the deletion
 * @param isErasing whether some of its data may still be stored; until then no new firm can begin
 */
public record DeletedFirm(FirmId id, long version, boolean isErasing) {

    static final String VERSION = "version";
    static final String DELETED_AT = "deletedAt";
    static final String ERASING = "erasing";

    /** {@code null} for an existing firm and for an unknown one. */
    public static @Nullable DeletedFirm of(FirmId id, @Nullable Item item) {
        return item == null || item.optionalTime(DELETED_AT) == null
                ? null
                : new DeletedFirm(id, item.number(VERSION), item.flag(ERASING));
    }

    /** Replaces the firm with everything on its item, unless this version or a newer one is known. */
    public static Write bury(FirmId id, long version, Instant now) {
        return Write.put(
                Item.at(Firm.key(id))
                        .number(VERSION, version)
                        .time(DELETED_AT, now)
                        .flag(ERASING, true)
                        .build(),
                Condition.absent().or(Condition.less(VERSION, version)));
    }

    /** Nothing of it is stored any more. Fails if that was recorded already. */
    public Write erased(Instant end) {
        return Write.update(
                Firm.key(id),
                ItemUpdate.none().remove(ERASING).timeToLive(end),
                Condition.equal(VERSION, version).and(Condition.exists(ERASING)));
    }
}
