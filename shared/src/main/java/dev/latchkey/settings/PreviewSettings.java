package dev.latchkey.settings;

import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.report.CountClients;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Previews what a change of settings would do, without making it. A preview is refused if the change would be refused.
 * Costs one read, and one per page of the firm's client index.
 */
public final class PreviewSettings {

    private final Table table;
    private final CountClients counts;
    private final Clock clock;

    public PreviewSettings(Table table, Clock clock) {
        this.table = table;
        this.counts = new CountClients(table);
        this.clock = clock;
    }

    public SettingsOutcome preview(ChangeSettingsRequest request) {
        FirmId id = request.by().firm();
        Item stored = table.read(Firm.key(id));
        Instant now = clock.instant();
        Firm firm = Firm.of(id, stored, now);
        return switch (SettingsDecision.on(request, firm, now)) {
            case SettingsDecision.Refuse(SettingsOutcome outcome) -> outcome;
            case SettingsDecision.Change change -> {
                Firm current = Objects.requireNonNull(firm);
                yield new SettingsOutcome.Previewed(
                        SettingsPreview.of(counts.of(id), current.chosen(), change.wanted()));
            }
        };
    }
}
