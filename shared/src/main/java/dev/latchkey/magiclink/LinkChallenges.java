package dev.latchkey.magiclink;

import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import dev.latchkey.session.Challenge.Device;
import dev.latchkey.session.Challenge.OfLink;
import dev.latchkey.session.NewChallenge;
import dev.latchkey.session.RevocationMarker;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates the challenge for a code where the owner of a link has an authenticator. The device claims the link with it. A
 * sign-in link opens at most one session, however many challenges it gets. A request link opens a session for each challenge
 * that its device completes.
 */
final class LinkChallenges {

    private final LinkEvents events;
    private final Randomness randomness;

    LinkChallenges(LinkEvents events, Randomness randomness) {
        this.events = events;
        this.randomness = randomness;
    }

    Decision<UnsignedOutcome> claim(PresentedLink presented, RedeemRequest request, Instant now) {
        MagicLink link = presented.link();
        SessionId session = newSession(presented);
        MagicLink.Claim claim = new MagicLink.Claim(
                link.tag(request.device()), link.deviceEnd(presented.delivery(), now), session, false);
        List<Write> along = new ArrayList<>();
        along.add(LinkItem.claim(link, claim, now, request.counted()));
        along.add(events.claimed(presented, session, request.requestSource(), now));
        if (link.isSignIn()) {
            along.add(presented.context().series().claimSignIn(link, now));
        } else {
            along.addAll(presented.context().claimOfRequest(session, now));
        }
        return ask(presented, claim, session, along, request, now);
    }

    /**
     * Another challenge for the device that claimed the link: the first reply was lost, the challenge expired, or the
     * device is back.
     */
    Decision<UnsignedOutcome> again(
            PresentedLink presented, MagicLink.Claim claim, RedeemRequest request, Instant now) {
        SessionId session = presented.link().isSignIn() ? claim.session() : newSession(presented);
        return ask(presented, claim, session, List.of(), request, now);
    }

    /** An id under the address, so that the session ends with the other sessions of the address. */
    private SessionId newSession(PresentedLink presented) {
        return new SessionId(address(presented), randomness.id());
    }

    private static Principal address(PresentedLink presented) {
        Principal principal = presented.link().id().principal();
        return principal.contact().map(principal::forContact).orElse(principal);
    }

    private Decision<UnsignedOutcome> ask(
            PresentedLink presented,
            MagicLink.Claim claim,
            SessionId session,
            List<Write> along,
            RedeemRequest request,
            Instant now) {
        LinkId id = presented.link().id();
        Device device = presented.link().isSignIn() ? null : new Device(claim.session(), claim.endsAt());
        NewChallenge challenge = NewChallenge.ofLink(
                id.firm(),
                address(presented),
                presented.link().scope(),
                new OfLink(id.text(), session, presented.to().binding(), device),
                presented.context().arrival(request.device()).tag(),
                new RevocationMarker(
                        presented.context().epochs().ofAddress(),
                        presented.context().firm().settingsVersion()),
                randomness,
                now);
        List<Write> writes = new ArrayList<>(along);
        writes.add(challenge.write());
        writes.addAll(presented.context().recipient().checkStands());
        return Decision.commit(writes, new UnsignedOutcome.Settled(new RedeemOutcome.CodeRequired(challenge.token())));
    }
}
