package dev.latchkey.support;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.AuditType;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.ContactAccess;
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
 * Staff deactivate an account, on every contact that shares it. Sessions and pending logins end. Every link that was
 * mailed to the address becomes invalid for good, because the address gets a new generation. The account, its password
 * and its authenticator are kept for {@link ReactivateAccess}.
 */
public final class DeactivateAccess {

    private final Table table;
    private final SupportTargets targets;
    private final AccessRecord record;
    private final Randomness randomness;
    private final Clock clock;

    /**
     * The answer is serialized here because it is stored in the same transaction.
     *
     * @param serializer serializes the answer
     */
    public DeactivateAccess(
            Table table,
            AccountEvents events,
            Function<ContactAccess, String> serializer,
            Randomness randomness,
            Clock clock) {
        this.table = table;
        this.targets = new SupportTargets(table);
        this.record = new AccessRecord(events, serializer);
        this.randomness = randomness;
        this.clock = clock;
    }

    public SupportOutcome deactivate(SupportRequest request) {
        return table.decide(() -> decide(request));
    }

    private Decision<SupportOutcome> decide(SupportRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return targets.decide(request, now, about -> deactivate(request, about, now));
    }

    private Decision<SupportOutcome> deactivate(SupportRequest request, SupportTarget.About about, Instant now) {
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
                request,
                about,
                about.contact().deactivated(chosen, since),
                now);
        writes.addAll(recorded.writes());
        return Decision.commit(writes, new SupportOutcome.Done(recorded.answer()));
    }
}
