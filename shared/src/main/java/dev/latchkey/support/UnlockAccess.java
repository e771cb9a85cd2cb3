package dev.latchkey.support;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.AuditType;
import dev.latchkey.contactaccess.ContactAccess;
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

/** Staff unlock an account. Wrong passwords, wrong codes and requests for mail up to now no longer count. */
public final class UnlockAccess {

    private final Table table;
    private final SupportTargets targets;
    private final AccessRecord record;
    private final Clock clock;

    /**
     * The answer is serialized here because it is stored in the same transaction.
     *
     * @param serializer serializes the answer
     */
    public UnlockAccess(Table table, AccountEvents events, Function<ContactAccess, String> serializer, Clock clock) {
        this.table = table;
        this.targets = new SupportTargets(table);
        this.record = new AccessRecord(events, serializer);
        this.clock = clock;
    }

    public SupportOutcome unlock(SupportRequest request) {
        return table.decide(() -> decide(request));
    }

    private Decision<SupportOutcome> decide(SupportRequest request) {
        Instant now = clock.instant();
        return targets.decide(request, now, about -> unlock(request, about, now));
    }

    private Decision<SupportOutcome> unlock(SupportRequest request, SupportTarget.About about, Instant now) {
        List<Write> writes = new ArrayList<>(about.chosen().attempts().forgiveAll());
        boolean locked = !writes.isEmpty();
        writes.add(KnownDevices.clear(about.firm(), about.chosen().principal(about.firm()), now));
        AccessRecord.Recorded recorded = record.of(
                AuditType.ACCOUNT_UNLOCKED,
                locked ? "unlocked" : "none",
                request,
                about,
                about.contact().unlocked(about.chosen()),
                now);
        writes.addAll(recorded.writes());
        return Decision.commit(writes, new SupportOutcome.Done(recorded.answer()));
    }
}
