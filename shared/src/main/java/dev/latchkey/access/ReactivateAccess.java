package dev.latchkey.access;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.AuditType;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Staff let the owner of an account in again. Password and app are as they were; what was mailed before stays dead. */
public final class ReactivateAccess {

    private final Table table;
    private final SupportTargets orders;
    private final AccessRecord record;
    private final Clock clock;

    /**
     * Needs to write the answer out itself, because it is kept in the transaction.
     *
     * @param written how that is done
     */
    public ReactivateAccess(Table table, AccountEvents events, Function<ContactAccess, String> written, Clock clock) {
        this.table = table;
        this.orders = new SupportTargets(table);
        this.record = new AccessRecord(events, written);
        this.clock = clock;
    }

    public RepairOutcome reactivate(SupportRequest order) {
        return table.decide(() -> decide(order));
    }

    private Decision<RepairOutcome> decide(SupportRequest order) {
        Instant now = clock.instant();
        return switch (orders.find(order, now)) {
            case SupportTarget.Refused(SupportRefusal why) -> Decision.answer(new RepairOutcome.Refused(why));
            case SupportTarget.Again(var answer) -> Decision.answer(AccessRecord.again(answer));
            case SupportTarget.About about -> reactivate(order, about, now);
        };
    }

    private Decision<RepairOutcome> reactivate(SupportRequest order, SupportTarget.About about, Instant now) {
        Instant since = about.chosen().address().deactivatedAt();
        boolean changes = since != null;
        List<Write> writes = new ArrayList<>();
        if (since != null) {
            writes.add(AddressItem.reactivate(about.firm(), about.chosen().email(), since));
        }
        AccessRecord.Recorded recorded = record.of(
                AuditType.ACCOUNT_REACTIVATED,
                changes ? "reactivated" : "none",
                order,
                about,
                about.contact().deactivated(about.chosen(), null),
                now);
        writes.addAll(recorded.writes());
        return Decision.commit(writes, new RepairOutcome.Done(recorded.answer()));
    }
}
