package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import dev.latchkey.session.Scope;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.ClientMailLimits;
import dev.latchkey.throttling.ClientMailLimits.Allowance;
import dev.latchkey.throttling.MailCategory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends a new link with the same scope to the address that a link was mailed to, whatever its state; never to another
 * address. The answer is the same in every case, also for an unknown token. Two reads, because only the link tells the
 * address that the limits count.
 */
public final class RenewLink {

    private final Table table;
    private final LinkReader reader;
    private final RenewedLink fresh;
    private final Clock clock;

    public RenewLink(Table table, Randomness randomness, AuditTrail audit, NotBefore notBefore, Clock clock) {
        this.table = table;
        this.reader = new LinkReader(table, notBefore);
        this.fresh = new RenewedLink(new LinkFactory(randomness), audit);
        this.clock = clock;
    }

    public SignInLinkOutcome renew(LinkToken token, RequestSource requestSource) {
        return table.decide(() -> decide(token, requestSource));
    }

    private Decision<SignInLinkOutcome> decide(LinkToken token, RequestSource requestSource) {
        Instant now = clock.instant();
        FirmId firm = token.id().firm();
        PresentedLink presented = reader.find(token, now).orElse(null);
        Principal principal = presented == null
                ? Principal.ofNobody(token.id().text())
                : Principal.of(firm, presented.to().email());
        ClientMailLimits limits = ClientMailLimits.of(MailCategory.RENEWED_LINK, firm, principal, requestSource);
        Key address = AddressItem.key(firm, principal);
        Key thread = LinkId.threadKey(firm, principal, Scope.REQUESTS);
        List<Key> keys = new ArrayList<>(limits.keys());
        keys.addAll(List.of(Firm.key(firm), address, thread));
        ItemBatch stored = table.read(keys);
        if (stored.get(Firm.key(firm)) == null) {
            return Decision.answer(new SignInLinkOutcome.Accepted());
        }
        return switch (limits.judge(stored, now)) {
            case Allowance.Refused(Duration retryAfter) -> Decision.answer(new SignInLinkOutcome.TooMany(retryAfter));
            case Allowance.Silent(List<Write> counts) -> accepted(counts);
            case Allowance.Granted(List<Write> counts) -> {
                Address to = AddressItem.read(firm, stored.get(address));
                LinkSeries signIns = LinkSeries.of(stored.get(thread));
                yield accepted(
                        presented == null ? counts : fresh.writes(presented, to, signIns, counts, requestSource, now));
            }
        };
    }

    private static Decision<SignInLinkOutcome> accepted(List<Write> writes) {
        SignInLinkOutcome accepted = new SignInLinkOutcome.Accepted();
        return writes.isEmpty() ? Decision.answer(accepted) : Decision.commit(writes, accepted);
    }
}
