package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.Origin;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.magiclink.LinkReader.Opened;
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

    public Redemption redeem(LinkToken token, DeviceSecret device, Origin origin) {
        Optional<Opened> opened = links.find(token);
        return opened.isEmpty() ? new Redemption.Unknown() : enter(opened.get(), new Visit(device, origin, false));
    }

    /** Decides by what was read, and where that is overtaken reads again. */
    Redemption enter(Opened opened, Visit visit) {
        Redemption first = enterOnce(opened, visit);
        return first != null ? first : table.resolve(() -> enterAgain(opened, visit));
    }

    private @Nullable Redemption enterAgain(Opened opened, Visit visit) {
        Optional<Opened> now = links.again(opened);
        return now.isEmpty() ? new Redemption.Unknown() : enterOnce(now.get(), visit);
    }

    private @Nullable Redemption enterOnce(Opened opened, Visit visit) {
        Instant now = clock.instant();
        return switch (RedeemDecision.on(opened, visit.device(), now)) {
            case RedeemDecision.Claim claim -> claiming.claim(opened, visit, now);
            case RedeemDecision.ComeBack(var claim) ->
                visit.counted()
                        ? enter(opened, givenBack(opened, visit))
                        : claiming.comeBack(opened, claim, visit, now);
            case RedeemDecision.Refuse(var refusal) -> refuse(opened, refusal, visit, now);
        };
    }

    /** The visit as it goes on without its try, so that no round after a lost race gives that back once more. */
    private Visit givenBack(Opened opened, Visit visit) {
        table.commitOnce(List.of(CodeTries.giveBack(opened.link().id())));
        return new Visit(visit.device(), visit.origin(), false);
    }

    /**
     * Gives the try back along with what the trail says. A try that can't be given back is back already, because it was
     * thought lost; the trail says all the same that somebody was refused.
     */
    Redemption refuse(Opened opened, Redemption refusal, Visit visit, Instant now) {
        Write told = events.refused(opened.found(), refusal, visit.origin(), now);
        Write back = CodeTries.giveBack(opened.link().id());
        if (!visit.counted() || table.commit(List.of(told, back)) == Commit.LOST) {
            table.commit(List.of(told));
        }
        return refusal;
    }
}
