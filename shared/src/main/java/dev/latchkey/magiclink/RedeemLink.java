package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import dev.latchkey.mail.Arrivals;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Uses a link. The first device claims it; that device may come back and finds the same session, also after a lost
 * reply; every other is refused. Tokens are signed after the claim is committed, so that losers of a race cost no KMS
 * call; if signing fails the device simply redeems again.
 */
public final class RedeemLink {

    private final Table table;
    private final LinkReader links;
    private final ClaimLink claiming;
    private final LinkEvents events;
    private final Clock clock;

    public RedeemLink(
            Table table,
            SessionIssuer issuer,
            Randomness randomness,
            AuditTrail audit,
            NotBefore notBefore,
            Clock clock) {
        this.table = table;
        this.links = new LinkReader(table, notBefore, clock);
        this.events = new LinkEvents(audit);
        this.claiming = new ClaimLink(
                table, issuer, events, new LinkChallenges(table, events, randomness), new Arrivals(audit, randomness));
        this.clock = clock;
    }

    public RedeemOutcome redeem(LinkToken token, DeviceSecret device, RequestSource requestSource) {
        Optional<PresentedLink> opened = links.find(token);
        return opened.isEmpty()
                ? new RedeemOutcome.Unknown()
                : enter(opened.get(), new Visit(device, requestSource, false));
    }

    /** Decides by what was read, and where that is overtaken reads again. */
    RedeemOutcome enter(PresentedLink presented, Visit visit) {
        RedeemOutcome first = enterOnce(presented, visit);
        return first != null ? first : table.resolve(() -> enterAgain(presented, visit));
    }

    private @Nullable RedeemOutcome enterAgain(PresentedLink presented, Visit visit) {
        Optional<PresentedLink> now = links.again(presented);
        return now.isEmpty() ? new RedeemOutcome.Unknown() : enterOnce(now.get(), visit);
    }

    private @Nullable RedeemOutcome enterOnce(PresentedLink presented, Visit visit) {
        Instant now = clock.instant();
        return switch (RedeemDecision.on(presented, visit.device(), now)) {
            case RedeemDecision.Claim claim -> claiming.claim(presented, visit, now);
            case RedeemDecision.ComeBack(var claim) ->
                visit.counted()
                        ? enter(presented, givenBack(presented, visit))
                        : claiming.comeBack(presented, claim, visit, now);
            case RedeemDecision.Refuse(var refusal) -> refuse(presented, refusal, visit, now);
        };
    }

    /** The visit as it goes on without its try, so that no round after a lost race gives that back once more. */
    private Visit givenBack(PresentedLink presented, Visit visit) {
        table.commitOnce(List.of(CodeAttempts.giveBack(presented.link().id())));
        return new Visit(visit.device(), visit.requestSource(), false);
    }

    /**
     * Gives the try back along with what the trail says. A try that can't be given back is back already, because it was
     * thought lost; the trail says all the same that somebody was refused.
     */
    RedeemOutcome refuse(PresentedLink presented, RedeemOutcome refusal, Visit visit, Instant now) {
        Write told = events.refused(presented.context(), refusal, visit.requestSource(), now);
        Write back = CodeAttempts.giveBack(presented.link().id());
        if (!visit.counted() || table.commit(List.of(told, back)) == Commit.CONDITION_FAILED) {
            table.commit(List.of(told));
        }
        return refusal;
    }
}
