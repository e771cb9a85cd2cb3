package dev.latchkey.support;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.AuditType;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Staff reactivate an account. Password and authenticator are unchanged. Links that were mailed before stay invalid. */
public final class ReactivateAccess {

    private final Table table;
    private final SupportTargets targets;
    private final AccessRecord record;
    private final Clock clock;

    /**
     * The answer is serialized here because it is stored in the same transaction.
     *
     * @param serializer serializes the answer
     */
    public ReactivateAccess(
            Table table, AccountEvents events, Function<ContactAccess, String> serializer, Clock clock) {
        this.table = table;
        this.targets = new SupportTargets(table);
        this.record = new AccessRecord(events, serializer);
        this.clock = clock;
    }

    public SupportOutcome reactivate(SupportRequest request) {
        return table.decide(() -> decide(request));
    }

    private Decision<SupportOutcome> decide(SupportRequest request) {
        Instant now = clock.instant();
        return targets.decide(request, now, about -> reactivate(request, about, now));
    }

    private Decision<SupportOutcome> reactivate(SupportRequest request, SupportTarget.About about, Instant now) {
        Instant since = about.chosen().address().deactivatedAt();
        boolean changes = since != null;
        List<Write> writes = new ArrayList<>();
        if (since != null) {
            writes.add(AddressItem.reactivate(about.firm(), about.chosen().email(), since));
        }
        AccessRecord.Recorded recorded = record.of(
                AuditType.ACCOUNT_REACTIVATED,
                changes ? "reactivated" : "none",
                request,
                about,
                about.contact().deactivated(about.chosen(), null),
                now);
        writes.addAll(recorded.writes());
        return Decision.commit(writes, new SupportOutcome.Done(recorded.answer()));
    }
}
