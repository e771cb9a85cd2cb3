package dev.latchkey.access;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.AuditType;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Staff end the locks of an account: all wrong passwords and codes, and all mail asked for, count no more. */
public final class UnlockAccess {

    private final Table table;
    private final SupportTargets orders;
    private final AccessRecord record;
    private final Clock clock;

    /**
     * Needs to write the answer out itself, because it is kept in the transaction.
     *
     * @param written how that is done
     */
    public UnlockAccess(Table table, AccountEvents events, Function<ContactAccess, String> written, Clock clock) {
        this.table = table;
        this.orders = new SupportTargets(table);
        this.record = new AccessRecord(events, written);
        this.clock = clock;
    }

    public RepairOutcome unlock(SupportRequest order) {
        return table.decide(() -> decide(order));
    }

    private Decision<RepairOutcome> decide(SupportRequest order) {
        Instant now = clock.instant();
        return switch (orders.find(order, now)) {
            case SupportTarget.Refused(SupportRefusal why) -> Decision.answer(new RepairOutcome.Refused(why));
            case SupportTarget.Again(var answer) -> Decision.answer(AccessRecord.again(answer));
            case SupportTarget.About about -> unlock(order, about, now);
        };
    }

    private Decision<RepairOutcome> unlock(SupportRequest order, SupportTarget.About about, Instant now) {
        List<Write> writes = new ArrayList<>(about.chosen().tries().forgiveAll());
        boolean locked = !writes.isEmpty();
        writes.add(KnownDevices.clear(about.firm(), about.chosen().principal(about.firm()), now));
        AccessRecord.Recorded recorded = record.of(
                AuditType.ACCOUNT_UNLOCKED,
                locked ? "unlocked" : "none",
                order,
                about,
                about.contact().unlocked(about.chosen()),
                now);
        writes.addAll(recorded.writes());
        return Decision.commit(writes, new RepairOutcome.Done(recorded.answer()));
    }
}
