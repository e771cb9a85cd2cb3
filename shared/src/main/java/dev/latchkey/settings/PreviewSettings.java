package dev.latchkey.settings;

import dev.latchkey.access.TakeCensus;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Tells what a change of settings would do, and makes none. It is refused where the change would be. One read, and the
 * pages of the firm's roll.
 */
public final class PreviewSettings {

    private final Table table;
    private final TakeCensus census;
    private final Clock clock;

    public PreviewSettings(Table table, Clock clock) {
        this.table = table;
        this.census = new TakeCensus(table);
        this.clock = clock;
    }

    public SettingsOutcome preview(ChangeSettingsRequest order) {
        FirmId id = order.by().firm();
        Item stored = table.read(Firm.key(id));
        Instant now = clock.instant();
        Firm firm = Firm.of(id, stored, now);
        return switch (SettingsDecision.on(order, firm, now)) {
            case SettingsDecision.Refuse(SettingsOutcome outcome) -> outcome;
            case SettingsDecision.Change change -> {
                Firm current = Objects.requireNonNull(firm);
                yield new SettingsOutcome.Previewed(
                        SettingsPreview.of(census.of(id), current.chosen(), change.wanted()));
            }
        };
    }
}
