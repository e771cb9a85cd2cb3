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
 * Changes a firm's settings, now or at a later instant. Costs one read and one transaction, which includes the audit
 * event. The transaction fails if another change, or a change of plan, was written first: edits are never merged. A
 * scheduled change needs no job, because each read of the firm from that instant on includes it.
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

    public SettingsOutcome change(ChangeSettingsRequest request) {
        return table.decide(() -> decide(request));
    }

    private Decision<SettingsOutcome> decide(ChangeSettingsRequest request) {
        FirmId id = request.by().firm();
        Item stored = table.read(Firm.key(id));
        Instant now = clock.instant();
        Firm firm = Firm.of(id, stored, now);
        return switch (SettingsDecision.on(request, firm, now)) {
            case SettingsDecision.Refuse(SettingsOutcome outcome) -> Decision.answer(outcome);
            case SettingsDecision.Change change -> change(request, Objects.requireNonNull(firm), change.next(), now);
        };
    }

    private Decision<SettingsOutcome> change(ChangeSettingsRequest request, Firm firm, FirmSettings next, Instant now) {
        return Decision.commit(
                List.of(SettingsItem.change(firm, next), audit.record(event(request, firm.settings(), next, now))),
                new SettingsOutcome.Changed(new Firm(firm.id(), firm.name(), firm.plan(), next)));
    }

    private static AuditEvent event(
            ChangeSettingsRequest request, FirmSettings before, FirmSettings after, Instant now) {
        return new AuditEvent(
                request.by().firm(),
                now,
                after.scheduled() == null ? AuditType.SETTINGS_CHANGED : AuditType.SETTINGS_SCHEDULED,
                AuditEvent.Outcome.SUCCESS,
                request.by().actor(),
                Concerned.NOBODY,
                request.requestSource(),
                SettingsDetail.of(before, after));
    }
}
