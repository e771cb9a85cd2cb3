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
 * Asks for the code of an authenticator where a link alone would open a session otherwise. The link is its device's from then
 * on. A sign-in link opens one session at most, however often a code is asked for; the device of a request link may come
 * back with another code.
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
        MagicLink.Claim claim =
                new MagicLink.Claim(link.tag(request.device()), link.deviceEnd(presented.by(), now), session, false);
        List<Write> along = new ArrayList<>();
        along.add(LinkItem.claim(link, claim, now, request.counted()));
        along.add(events.claimed(presented, session, request.requestSource(), now));
        if (link.isSignIn()) {
            along.add(presented.context().thread().claimSignIn(link, now));
        } else {
            along.addAll(presented.context().claimOfRequest(session, now));
        }
        return ask(presented, claim, session, along, request, now);
    }

    /** Where the first reply was lost, or the code took too long, and whenever the device of a request link comes back. */
    Decision<UnsignedOutcome> again(
            PresentedLink presented, MagicLink.Claim claim, RedeemRequest request, Instant now) {
        SessionId session = presented.link().isSignIn() ? claim.session() : newSession(presented);
        return ask(presented, claim, session, List.of(), request, now);
    }

    /** It is kept with the address, so that it ends with the address's other sessions. */
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
