package dev.latchkey.settings;

import dev.latchkey.access.TakeCensus;
import dev.latchkey.firm.Firm;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.util.Objects;

/**
 * Tells what a change of settings would do, and makes none. It is refused where the change would be. One read, and the
 * pages of the firm's roll.
 */
public final class PreviewSettings {

    private final ReadSettings reading;
    private final TakeCensus census;
    private final Clock clock;

    public PreviewSettings(Table table, Clock clock) {
        this.reading = new ReadSettings(table, clock);
        this.census = new TakeCensus(table);
        this.clock = clock;
    }

    public SettingsOutcome preview(ChangeSettingsRequest order) {
        Firm firm = reading.of(order.by().firm());
        return switch (SettingsDecision.on(order, firm, clock.instant())) {
            case SettingsDecision.Refuse(SettingsOutcome outcome) -> outcome;
            case SettingsDecision.Change change -> {
                Firm now = Objects.requireNonNull(firm);
                yield new SettingsOutcome.Previewed(
                        SettingsPreview.of(census.of(now.id()), now.chosen(), change.wanted()));
            }
        };
    }
}
