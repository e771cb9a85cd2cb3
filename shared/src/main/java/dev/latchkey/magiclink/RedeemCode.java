package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.Origin;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.magiclink.LinkReader.Opened;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
        Visit visit = new Visit(device, origin, false);
        if (found.isEmpty() || last.isEmpty()) {
            return found.filter(link -> link.link().isSignIn())
                    .map(unsent -> guessed(unsent, code, visit))
                    .orElseGet(Redemption.Unknown::new);
        }
        Opened latest = new Opened(found.get(), last.get());
        Instant now = clock.instant();
        return switch (latest.state(now)) {
            case EXPIRED -> redeeming.refuse(latest, new Redemption.Expired(), visit, now);
            case SUPERSEDED -> redeeming.refuse(latest, new Redemption.Superseded(), visit, now);
            case OPEN, CLAIMED -> admitted(latest, code, visit, now);
        };
    }

    /** One of a sign-in link that no mail went out for: whoever guesses is told and kept busy as with any other. */
    private Redemption guessed(Found unsent, TypedCode code, Visit visit) {
        Instant now = clock.instant();
        MagicLink link = unsent.link();
        if (link.isKilledByCodes() || !now.isBefore(link.expiresAt())) {
            return told(unsent, new Redemption.Expired(), List.of(), visit, now);
        }
        boolean taken = isCounted(CodeTries.take(link.id(), now));
        if (!taken && !isCounted(CodeTries.retake(link, now))) {
            return new Redemption.TooManyTries(CodeTries.LONGEST_JUDGEMENT);
        }
        tag(link.id(), code, new Visit(visit.device(), visit.origin(), true));
        long spent = taken ? unsent.codeTries() + 1 : link.wrongCodes() + 1;
        return told(unsent, wrong(spent), List.of(CodeTries.wrong(link.id())), visit, now);
    }

    private Redemption told(Found link, Redemption refusal, List<Write> along, Visit visit, Instant now) {
        List<Write> writes = new ArrayList<>(along);
        writes.add(events.refused(link, refusal, visit.origin(), now));
        table.commit(writes);
        return refusal;
    }

    private static Redemption wrong(long spent) {
        return new Redemption.WrongCode(Math.max(0, MagicLink.MOST_WRONG_CODES - spent));
    }

    private Redemption admitted(Opened latest, TypedCode code, Visit visit, Instant now) {
        MagicLink link = latest.link();
        MagicLink.Claim claim = link.claim();
        if (link.isClaimedBy(visit.device())) {
            return judged(latest, code, visit, link.wrongCodes(), now);
        }
        Visit counted = new Visit(visit.device(), visit.origin(), true);
        if (isCounted(CodeTries.take(link.id(), now))) {
            return judged(latest, code, counted, latest.found().codeTries() + 1, now);
        }
        if (isCounted(CodeTries.retake(link, now))) {
            return judged(latest, code, counted, link.wrongCodes() + 1, now);
        }
        return claim == null
                ? new Redemption.TooManyTries(CodeTries.LONGEST_JUDGEMENT)
                : new Redemption.ClaimedElsewhere();
    }

    /** Under a name of its own: a request whose reply is lost takes one try, however often the SDK asks again. */
    private boolean isCounted(Write take) {
        return table.commitOnce(List.of(take)) == Commit.DONE;
    }

    /** @param spent how many tries are spent if this code is wrong */
    private Redemption judged(Opened latest, TypedCode code, Visit visit, long spent, Instant now) {
        MagicLink link = latest.link();
        String tag = tag(link.id(), code, visit);
        Optional<Sending> right = link.sendings().stream()
                .filter(sending -> sending.isCodedBy(tag))
                .findFirst();
        if (right.isPresent()) {
            return redeeming.enter(new Opened(latest.found(), right.get()), visit);
        }
        return told(latest.found(), wrong(spent), List.of(CodeTries.wrong(link.id())), visit, now);
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
