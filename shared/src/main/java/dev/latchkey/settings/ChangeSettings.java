package dev.latchkey.settings;

import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.FirmSettings;
import dev.latchkey.firm.SettingsItem;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Changes a firm's settings, now or at an instant to come. One read and one transaction, which holds the audit event and
 * loses where somebody else's change, or another plan, came first: edits are never merged. A scheduled change needs no job,
 * since whoever reads the firm from that instant on reads it with the change.
 */
public final class ChangeSettings {

    private final Table table;
    private final AuditTrail audit;
    private final Clock clock;

    public ChangeSettings(Table table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    public SettingsOutcome change(ChangeSettingsRequest order) {
        return table.decide(() -> decide(order));
    }

    private Decision<SettingsOutcome> decide(ChangeSettingsRequest order) {
        FirmId id = order.by().firm();
        Item stored = table.read(Firm.key(id));
        Instant now = clock.instant();
        Firm firm = Firm.of(id, stored, now);
        return switch (SettingsDecision.on(order, firm, now)) {
            case SettingsDecision.Refuse(SettingsOutcome outcome) -> Decision.answer(outcome);
            case SettingsDecision.Change change -> change(order, Objects.requireNonNull(firm), change.next(), now);
        };
    }

    private Decision<SettingsOutcome> change(ChangeSettingsRequest order, Firm firm, FirmSettings next, Instant now) {
        return Decision.commit(
                List.of(SettingsItem.change(firm, next), audit.record(event(order, firm.settings(), next, now))),
                new SettingsOutcome.Changed(new Firm(firm.id(), firm.name(), firm.plan(), next)));
    }

    private static AuditEvent event(ChangeSettingsRequest order, FirmSettings before, FirmSettings after, Instant now) {
        return new AuditEvent(
                order.by().firm(),
                now,
                after.scheduled() == null ? AuditType.SETTINGS_CHANGED : AuditType.SETTINGS_SCHEDULED,
                AuditEvent.Outcome.SUCCESS,
                order.by().actor(),
                Concerned.NOBODY,
                order.requestSource(),
                SettingsDetail.of(before, after));
    }
}
