package dev.latchkey.access;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.AuditType;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Staff keep the owner of an account out, on every contact that shares it: sessions and half-finished logins end, and all
 * that was mailed to the address is dead for good, since the address gets another generation. The account, its password and
 * its app are kept for {@link ReactivateAccess}.
 */
public final class DeactivateAccess {

    private final Table table;
    private final SupportTargets orders;
    private final AccessRecord record;
    private final Randomness randomness;
    private final Clock clock;

    /**
     * Needs to write the answer out itself, because it is kept in the transaction.
     *
     * @param written how that is done
     */
    public DeactivateAccess(
            Table table,
            AccountEvents events,
            Function<ContactAccess, String> written,
            Randomness randomness,
            Clock clock) {
        this.table = table;
        this.orders = new SupportTargets(table);
        this.record = new AccessRecord(events, written);
        this.randomness = randomness;
        this.clock = clock;
    }

    public RepairOutcome deactivate(SupportRequest order) {
        return table.decide(() -> decide(order));
    }

    private Decision<RepairOutcome> decide(SupportRequest order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (orders.find(order, now)) {
            case SupportTarget.Refused(SupportRefusal why) -> Decision.answer(new RepairOutcome.Refused(why));
            case SupportTarget.Again(var answer) -> Decision.answer(AccessRecord.again(answer));
            case SupportTarget.About about -> deactivate(order, about, now);
        };
    }

    private Decision<RepairOutcome> deactivate(SupportRequest order, SupportTarget.About about, Instant now) {
        AddressAccess chosen = about.chosen();
        Instant before = chosen.address().deactivatedAt();
        List<Write> writes = new ArrayList<>();
        if (before == null) {
            writes.add(AddressItem.deactivate(about.firm(), chosen.email(), randomness.id(), now));
            writes.add(SessionEpoch.endAll(about.firm(), chosen.principal(about.firm())));
        }
        Instant since = before == null ? now : before;
        AccessRecord.Recorded recorded = record.of(
                AuditType.ACCOUNT_DEACTIVATED,
                before == null ? "deactivated" : "none",
                order,
                about,
                about.contact().deactivated(chosen, since),
                now);
        writes.addAll(recorded.writes());
        return Decision.commit(writes, new RepairOutcome.Done(recorded.answer()));
    }
}
