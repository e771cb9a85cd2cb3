package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditType;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Principal;
import dev.latchkey.device.Arrival;
import dev.latchkey.firm.AccessDecision;
import dev.latchkey.firm.FirmId;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import dev.latchkey.mail.Arrivals;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.NewSession;
import dev.latchkey.session.RevocationMarker;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionId;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.totp.AuthenticatorItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Opens a session for a device that redeems a link: the first one, or another when the device comes back. */
final class ClaimLink {

    private static final List<String> AMR = List.of("email");

    private final Table table;
    private final SessionIssuer issuer;
    private final LinkEvents events;
    private final LinkChallenges challenges;
    private final Arrivals arrivals;

    ClaimLink(Table table, SessionIssuer issuer, LinkEvents events, LinkChallenges challenges, Arrivals arrivals) {
        this.table = table;
        this.issuer = issuer;
        this.events = events;
        this.challenges = challenges;
        this.arrivals = arrivals;
    }

    Decision<UnsignedOutcome> claim(PresentedLink presented, RedeemRequest request, Instant now) {
        MagicLink link = presented.link();
        if (presented.context().decision() == AccessDecision.CODE) {
            return challenges.claim(presented, request, now);
        }
        SessionId id = issuer.newId(link.id().principal());
        MagicLink.Claim claim =
                new MagicLink.Claim(link.tag(request.device()), link.deviceEnd(presented.delivery(), now), id, true);
        Session session = open(presented, claim, request, now);
        List<Write> writes = new ArrayList<>(common(presented, session, request, now));
        writes.add(LinkItem.claim(link, claim, now, request.counted()));
        writes.add(events.entered(AuditType.LINK_CLAIMED, presented, session, request.requestSource(), now));
        if (link.isSignIn()) {
            writes.add(presented.context().series().claimSignIn(link, now));
            writes.add(AuthenticatorItem.checkNone(
                    AuthenticatorItem.key(link.id().firm(), link.id().principal())));
            writes.add(events.entered(AuditType.SIGN_IN_SUCCEEDED, presented, session, request.requestSource(), now));
        } else {
            writes.addAll(presented.context().claimOfRequest(id, now));
        }
        return Decision.commit(writes, admitted(presented, session, now));
    }

    /**
     * Gives the device its session again. Where that has ended, a request link opens a new one each time, and a sign-in link
     * opens none. A session that needed a code is not given again without a code.
     */
    Decision<UnsignedOutcome> comeBack(
            PresentedLink presented, MagicLink.Claim claim, RedeemRequest request, Instant now) {
        if (presented.context().decision() == AccessDecision.CODE) {
            boolean used = presented.link().isSignIn() && claim.entered();
            return used ? used() : challenges.again(presented, claim, request, now);
        }
        FirmId firm = presented.context().firm().id();
        Session active = issuer.touch(presented.context().firm(), claim.session(), table, now);
        if (active != null
                && active.mayBeHandedOutAgain(
                        presented.context().firm(), presented.context().epochs().own())) {
            return Decision.answer(admitted(presented, active, now));
        }
        MagicLink link = presented.link();
        if (link.isSignIn()) {
            return used();
        }
        SessionId id = issuer.newId(link.id().principal());
        Session session =
                open(presented, new MagicLink.Claim(claim.deviceHash(), claim.endsAt(), id, true), request, now);
        List<Write> writes = new ArrayList<>(common(presented, session, request, now));
        writes.add(LinkItem.replaceSession(link, claim, id));
        writes.add(presented.context().series().claim(link, id));
        writes.add(events.entered(AuditType.SIGN_IN_SUCCEEDED, presented, session, request.requestSource(), now));
        writes.add(Write.delete(claim.session().key(firm)));
        return Decision.commit(writes, admitted(presented, session, now));
    }

    private List<Write> common(PresentedLink presented, Session session, RedeemRequest request, Instant now) {
        List<Write> writes = new ArrayList<>(presented.context().recipient().checkStands());
        writes.add(issuer.write(session));
        Arrival arrival = presented.context().arrival(request.device());
        Principal principal = presented.link().id().principal();
        writes.addAll(
                arrivals.of(arrival, principal, presented.context().recipient(), AMR, request.requestSource(), now));
        return writes;
    }

    private Session open(PresentedLink presented, MagicLink.Claim claim, RedeemRequest request, Instant now) {
        AddressBinding binding =
                Objects.requireNonNull(presented.context().recipient().binding());
        NewSession newSession = new NewSession(
                presented.context().firm().id(),
                presented.to().email(),
                binding,
                presented.link().scope(),
                AMR,
                new RevocationMarker(
                        presented.context().epochs().own(),
                        presented.context().firm().settingsVersion()),
                presented.link().isSignIn() ? now.plus(Session.LONGEST) : claim.endsAt(),
                request.device().refreshSecret(claim.session().text()),
                request.requestSource(),
                presented.context().arrival(request.device()).tag());
        return issuer.open(claim.session(), newSession, now);
    }

    private static Decision<UnsignedOutcome> used() {
        return Decision.answer(new UnsignedOutcome.Settled(new RedeemOutcome.Used()));
    }

    private static UnsignedOutcome admitted(PresentedLink presented, Session session, Instant now) {
        ActiveSession active = new ActiveSession(
                session,
                presented.context().firm(),
                presented.context().recipient(),
                presented.context().authenticator());
        return new UnsignedOutcome.Admitted(active, now);
    }
}
