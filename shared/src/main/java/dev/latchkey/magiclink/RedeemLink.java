package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import dev.latchkey.mail.Arrivals;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Redeems a link. The first device claims it. That device may come back and gets the same session, also after a lost reply;
 * every other device is refused. If signing the tokens fails, the device redeems again.
 */
public final class RedeemLink {

    private final Table table;
    private final LinkReader links;
    private final SessionIssuer issuer;
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
        this.links = new LinkReader(table, notBefore);
        this.issuer = issuer;
        this.events = new LinkEvents(audit);
        this.claiming = new ClaimLink(
                table, issuer, events, new LinkChallenges(events, randomness), new Arrivals(audit, randomness));
        this.clock = clock;
    }

    /**
     * What one round decides by.
     *
     * @param presented the link as it was read; empty where there is none
     */
    private record Round(Optional<PresentedLink> presented, RedeemRequest request, Instant now) {

        /** The request for the next round: a round on a claimed link gives the attempt back, which is done once. */
        RedeemRequest next() {
            boolean claimed =
                    presented.filter(link -> link.link().claim() != null).isPresent();
            return claimed ? request.withoutAttempt() : request;
        }
    }

    public RedeemOutcome redeem(LinkToken token, DeviceSecret device, RequestSource requestSource) {
        Instant now = clock.instant();
        return redeem(new Round(links.find(token, now), RedeemRequest.uncounted(device, requestSource), now));
    }

    /** Redeems a link that was read before, and is read again only where that is overtaken. */
    RedeemOutcome redeem(PresentedLink presented, RedeemRequest request) {
        return redeem(new Round(Optional.of(presented), request, clock.instant()));
    }

    private RedeemOutcome redeem(Round first) {
        return switch (table.decide(first, this::again, this::decide)) {
            case UnsignedOutcome.Settled(RedeemOutcome outcome) -> outcome;
            case UnsignedOutcome.Admitted(ActiveSession session, Instant now) -> {
                String secret = first.request()
                        .device()
                        .refreshSecret(session.session().id().text());
                yield new RedeemOutcome.Redeemed(issuer.grant(session, secret, now));
            }
        };
    }

    private Round again(Round last) {
        Instant now = clock.instant();
        return new Round(last.presented().flatMap(link -> links.again(link, now)), last.next(), now);
    }

    private Decision<UnsignedOutcome> decide(Round round) {
        if (round.presented().isEmpty()) {
            return Decision.answer(new UnsignedOutcome.Settled(new RedeemOutcome.Unknown()));
        }
        PresentedLink presented = round.presented().get();
        RedeemRequest request = round.request();
        Instant now = round.now();
        return switch (RedeemDecision.on(presented, request.device(), now)) {
            case RedeemDecision.Claim _ -> claiming.claim(presented, request, now);
            case RedeemDecision.ComeBack(var claim) -> {
                giveBack(presented, request);
                yield claiming.comeBack(presented, claim, request, now);
            }
            case RedeemDecision.Refuse(var refusal) -> refuse(presented, refusal, request, now);
        };
    }

    /** Sent with a token of its own, so that the SDK's retries give one attempt back. */
    private void giveBack(PresentedLink presented, RedeemRequest request) {
        if (request.counted()) {
            table.commitOnce(List.of(CodeAttempts.giveBack(presented.link().id())));
        }
    }

    /**
     * Gives the attempt back along with the audit record. One that can't be given back is back already, because it was thought
     * lost; the refusal is recorded all the same.
     */
    private Decision<UnsignedOutcome> refuse(
            PresentedLink presented, RedeemOutcome refusal, RedeemRequest request, Instant now) {
        UnsignedOutcome refused = new UnsignedOutcome.Settled(refusal);
        Write told = events.refused(presented.context(), refusal, request.requestSource(), now);
        Decision<UnsignedOutcome> telling = Decision.commit(List.of(told), refused, () -> Decision.answer(refused));
        Write back = CodeAttempts.giveBack(presented.link().id());
        return request.counted() ? Decision.commit(List.of(told, back), refused, () -> telling) : telling;
    }
}
