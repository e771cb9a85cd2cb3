package dev.latchkey.firm;

import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Reads what a page may show of a firm before sign-in. One consistent read. */
public final class ReadPortal {

    /** A firm and its branding. */
    public record Portal(Firm firm, Branding branding) {}

    private final Table table;
    private final Clock clock;

    public ReadPortal(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** {@code null} if no event told of the firm yet. */
    public @Nullable Portal of(FirmId id) {
        Item item = table.read(Firm.key(id));
        Firm firm = Firm.of(id, item, clock.instant());
        return item == null || firm == null ? null : new Portal(firm, Branding.read(item));
    }
}
