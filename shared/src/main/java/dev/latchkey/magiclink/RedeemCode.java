package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.device.DeviceSecret;
import dev.latchkey.magiclink.LinkReader.LinkContext;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Redeems a link by its id and the code from its mail. An attempt is counted before the code is judged; five wrong codes
 * revoke an unopened link. The device that claimed the link needs no attempt, because its secret proves that it isn't guessing.
 */
public final class RedeemCode {

    private final Table table;
    private final LinkReader links;
    private final LinkCodeMac codes;
    private final RedeemLink redeeming;
    private final LinkEvents events;
    private final Clock clock;

    public RedeemCode(
            Table table, LinkCodeMac codes, RedeemLink redeeming, AuditTrail audit, NotBefore notBefore, Clock clock) {
        this.table = table;
        this.links = new LinkReader(table, notBefore);
        this.codes = codes;
        this.redeeming = redeeming;
        this.events = new LinkEvents(audit);
        this.clock = clock;
    }

    public RedeemOutcome redeem(LinkId id, TypedCode code, DeviceSecret device, RequestSource requestSource) {
        Instant now = clock.instant();
        Optional<LinkContext> found = links.find(id, now);
        Optional<LinkDelivery> last = found.flatMap(link -> link.link().lastDelivery());
        RedeemRequest request = RedeemRequest.uncounted(device, requestSource);
        if (found.isEmpty() || last.isEmpty()) {
            return found.filter(link -> link.link().isSignIn())
                    .map(unsent -> guessed(unsent, code, request, now))
                    .orElseGet(RedeemOutcome.Unknown::new);
        }
        PresentedLink latest = new PresentedLink(found.get(), last.get());
        return switch (latest.state(now)) {
            case EXPIRED -> told(found.get(), new RedeemOutcome.Expired(), List.of(), request, now);
            case SUPERSEDED -> told(found.get(), new RedeemOutcome.Superseded(), List.of(), request, now);
            case OPEN, CLAIMED -> admitted(latest, code, request, now);
        };
    }

    /** A code for a sign-in link that was not mailed. The answer and the work are the same as for any other link. */
    private RedeemOutcome guessed(LinkContext unsent, TypedCode code, RedeemRequest request, Instant now) {
        MagicLink link = unsent.link();
        if (link.isKilledByCodes() || !now.isBefore(link.expiresAt())) {
            return told(unsent, new RedeemOutcome.Expired(), List.of(), request, now);
        }
        boolean taken = isCounted(CodeAttempts.take(link.id(), now));
        if (!taken && !isCounted(CodeAttempts.retake(link, now))) {
            return new RedeemOutcome.TooManyTries(CodeAttempts.LONGEST_JUDGEMENT);
        }
        tag(link.id(), code, request.withAttempt());
        long spent = taken ? unsent.codeAttempts() + 1 : link.wrongCodes() + 1;
        return told(unsent, wrong(spent), List.of(CodeAttempts.wrong(link.id())), request, now);
    }

    private RedeemOutcome told(
            LinkContext link, RedeemOutcome refusal, List<Write> along, RedeemRequest request, Instant now) {
        List<Write> writes = new ArrayList<>(along);
        writes.add(events.refused(link, refusal, request.requestSource(), now));
        table.commit(writes);
        return refusal;
    }

    private static RedeemOutcome wrong(long spent) {
        return new RedeemOutcome.WrongCode(Math.max(0, MagicLink.MOST_WRONG_CODES - spent));
    }

    private RedeemOutcome admitted(PresentedLink latest, TypedCode code, RedeemRequest request, Instant now) {
        MagicLink link = latest.link();
        MagicLink.Claim claim = link.claim();
        if (link.isClaimedBy(request.device())) {
            return judged(latest, code, request, link.wrongCodes(), now);
        }
        RedeemRequest counted = request.withAttempt();
        if (isCounted(CodeAttempts.take(link.id(), now))) {
            return judged(latest, code, counted, latest.context().codeAttempts() + 1, now);
        }
        if (isCounted(CodeAttempts.retake(link, now))) {
            return judged(latest, code, counted, link.wrongCodes() + 1, now);
        }
        return claim == null
                ? new RedeemOutcome.TooManyTries(CodeAttempts.LONGEST_JUDGEMENT)
                : new RedeemOutcome.ClaimedElsewhere();
    }

    /** Sent with a token of its own, so that the SDK's retries after a lost reply count one attempt. */
    private boolean isCounted(Write take) {
        return table.commitOnce(List.of(take)) == Commit.DONE;
    }

    /** @param spent how many attempts are spent if this code is wrong */
    private RedeemOutcome judged(PresentedLink latest, TypedCode code, RedeemRequest request, long spent, Instant now) {
        MagicLink link = latest.link();
        String tag = tag(link.id(), code, request);
        Optional<LinkDelivery> right = link.deliveries().stream()
                .filter(delivery -> delivery.isCodedBy(tag))
                .findFirst();
        if (right.isPresent()) {
            return redeeming.redeem(new PresentedLink(latest.context(), right.get()), request);
        }
        return told(latest.context(), wrong(spent), List.of(CodeAttempts.wrong(link.id())), request, now);
    }

    /** A code that could not be judged costs no attempt. */
    private String tag(LinkId id, TypedCode code, RedeemRequest request) {
        try {
            return codes.tag(id, code);
        } catch (KeysUnavailable unjudged) {
            if (request.counted()) {
                table.commitOnce(List.of(CodeAttempts.giveBack(id)));
            }
            throw unjudged;
        }
    }
}
