package dev.latchkey.settings;

import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Table;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Reads a firm's settings that are in effect now. Costs one consistent read. */
public final class ReadSettings {

    private final Table table;
    private final Clock clock;

    public ReadSettings(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** {@code null} if the firm is unknown. */
    public @Nullable Firm of(FirmId firm) {
        return Firm.of(firm, table.read(Firm.key(firm)), clock.instant());
    }
}
