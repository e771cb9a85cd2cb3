package dev.latchkey.magiclink;

import dev.latchkey.attempts.ClientMailLimits;
import dev.latchkey.attempts.ClientMailLimits.Allowance;
import dev.latchkey.attempts.MailSort;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.magiclink.LinkReader.Opened;
import dev.latchkey.session.Scope;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends a fresh link of the same reach to the address that a link was mailed to, whatever became of that link; never to
 * any other address. The client is told the same in every case, for an unknown token too. Two reads, because the address
 * that the limits count is known only from the link.
 */
public final class RenewLink {

    private final Table table;
    private final LinkReader reader;
    private final FreshLink fresh;
    private final Clock clock;

    public RenewLink(Table table, Randomness randomness, AuditTrail audit, NotBefore notBefore, Clock clock) {
        this.table = table;
        this.reader = new LinkReader(table, notBefore, clock);
        this.fresh = new FreshLink(new NewLinks(randomness), audit);
        this.clock = clock;
    }

    public AskOutcome renew(LinkToken token, Origin origin) {
        return table.resolve(() -> renewOnce(token, origin));
    }

    private @Nullable AskOutcome renewOnce(LinkToken token, Origin origin) {
        FirmId firm = token.id().firm();
        Opened opened = reader.find(token).orElse(null);
        Holder holder = opened == null
                ? Holder.ofNobody(token.id().text())
                : Holder.of(firm, opened.to().email());
        ClientMailLimits limits = ClientMailLimits.of(MailSort.RENEWED_LINK, firm, holder, origin);
        Key address = AddressItem.key(firm, holder);
        Key thread = LinkId.threadKey(firm, holder, Scope.REQUESTS);
        List<Key> keys = new ArrayList<>(limits.keys());
        keys.addAll(List.of(Firm.key(firm), address, thread));
        Snapshot stored = table.read(keys);
        if (stored.get(Firm.key(firm)) == null) {
            return new AskOutcome.Accepted();
        }
        Instant now = clock.instant();
        return switch (limits.judge(stored, now)) {
            case Allowance.Refused(Duration retryAfter) -> new AskOutcome.TooMany(retryAfter);
            case Allowance.Silent(List<Write> counts) -> committed(counts);
            case Allowance.Granted(List<Write> counts) -> {
                Address to = AddressItem.read(firm, stored.get(address));
                LinkThread signIns = LinkThread.of(stored.get(thread));
                yield committed(opened == null ? counts : fresh.writes(opened, to, signIns, counts, origin, now));
            }
        };
    }

    private @Nullable AskOutcome committed(List<Write> writes) {
        return writes.isEmpty() || table.commit(writes) == Commit.DONE ? new AskOutcome.Accepted() : null;
    }
}
