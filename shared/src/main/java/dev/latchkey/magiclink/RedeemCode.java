package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.Origin;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.magiclink.LinkReader.Opened;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Uses a link by its id and the code from its mail. A try is taken before the code is judged; five wrong ones kill a link
 * that nobody has opened. The device that opened it comes back without a try: its own secret is proof enough that it is
 * no guesser.
 */
public final class RedeemCode {

    private final Table table;
    private final LinkReader links;
    private final LinkCodes codes;
    private final RedeemLink redeeming;
    private final LinkEvents events;
    private final Clock clock;

    public RedeemCode(
            Table table, LinkCodes codes, RedeemLink redeeming, AuditTrail audit, NotBefore notBefore, Clock clock) {
        this.table = table;
        this.links = new LinkReader(table, notBefore, clock);
        this.codes = codes;
        this.redeeming = redeeming;
        this.events = new LinkEvents(audit);
        this.clock = clock;
    }

    public Redemption redeem(LinkId id, TypedCode code, DeviceSecret device, Origin origin) {
        Optional<Found> found = links.find(id);
        Optional<Sending> last = found.flatMap(link -> link.link().lastSending());
        if (found.isEmpty() || last.isEmpty()) {
            return new Redemption.Unknown();
        }
        Opened latest = new Opened(found.get(), last.get());
        Visit visit = new Visit(device, origin, false);
        Instant now = clock.instant();
        return switch (latest.state(device, now)) {
            case EXPIRED -> redeeming.refuse(latest, new Redemption.Expired(), visit, now);
            case SUPERSEDED -> redeeming.refuse(latest, new Redemption.Superseded(), visit, now);
            case OPEN, CLAIMED -> admitted(latest, code, visit, now);
        };
    }

    private Redemption admitted(Opened latest, TypedCode code, Visit visit, Instant now) {
        MagicLink link = latest.link();
        MagicLink.Claim claim = link.claim();
        if (claim != null && claim.isBy(visit.device())) {
            return judged(latest, code, visit, MagicLink.MOST_WRONG_CODES - link.wrongCodes(), now);
        }
        Item taken = table.change(CodeTries.take(link.id(), now));
        if (taken == null) {
            taken = table.change(CodeTries.retake(link, now));
        }
        if (taken == null) {
            return claim == null
                    ? new Redemption.TooManyTries(CodeTries.LONGEST_JUDGEMENT)
                    : new Redemption.ClaimedElsewhere();
        }
        Visit counted = new Visit(visit.device(), visit.origin(), true);
        return judged(latest, code, counted, CodeTries.left(taken), now);
    }

    private Redemption judged(Opened latest, TypedCode code, Visit visit, long left, Instant now) {
        MagicLink link = latest.link();
        String tag = tag(link.id(), code, visit);
        Optional<Sending> right = link.sendings().stream()
                .filter(sending -> sending.isCodedBy(tag))
                .findFirst();
        if (right.isPresent()) {
            return redeeming.enter(new Opened(latest.found(), right.get()), visit);
        }
        Redemption wrong = new Redemption.WrongCode(Math.max(0, left));
        table.commit(List.of(CodeTries.wrong(link.id()), events.refused(latest, wrong, visit.origin(), now)));
        return wrong;
    }

    /** A code that could not be judged costs no try. */
    private String tag(LinkId id, TypedCode code, Visit visit) {
        try {
            return codes.tag(id, code);
        } catch (KeysUnavailable unjudged) {
            if (visit.counted()) {
                table.commitOnce(List.of(CodeTries.giveBack(id)));
            }
            throw unjudged;
        }
    }
}
