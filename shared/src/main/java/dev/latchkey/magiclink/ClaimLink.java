package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditType;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Standing;
import dev.latchkey.device.Arrival;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Passage;
import dev.latchkey.magiclink.LinkReader.Opened;
import dev.latchkey.mail.Arrivals;
import dev.latchkey.session.Bond;
import dev.latchkey.session.LiveSession;
import dev.latchkey.session.Opening;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionId;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets a device in by a link: for the first time, or again. {@code null} means that somebody else's write came first. */
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

    @Nullable
    Redemption claim(Opened opened, Visit visit, Instant now) {
        MagicLink link = opened.link();
        if (opened.found().passage() == Passage.CODE) {
            return challenges.claim(opened, visit, now);
        }
        SessionId id = issuer.newId(link.id().holder());
        MagicLink.Claim claim =
                new MagicLink.Claim(link.tag(visit.device()), link.deviceEnd(opened.by(), now), id, true);
        Session session = open(opened, claim, visit, now);
        List<Write> writes = new ArrayList<>(common(opened, session, visit, now));
        writes.add(LinkItem.claim(link, claim, now, visit.counted()));
        writes.add(events.entered(AuditType.LINK_CLAIMED, opened, session, visit.origin(), now));
        if (link.isSignIn()) {
            writes.add(opened.found().thread().claimSignIn(link, now));
            writes.add(AuthenticatorItem.checkNone(
                    AuthenticatorItem.key(link.id().firm(), link.id().holder())));
            writes.add(events.entered(AuditType.SIGN_IN_SUCCEEDED, opened, session, visit.origin(), now));
        } else {
            writes.addAll(opened.found().claimOfRequest(id, now));
        }
        return table.commit(writes) == Commit.DONE ? redeemed(opened, session, visit, now) : null;
    }

    /**
     * A session that has ended opens anew by a request link, as often as its device comes back; by a sign-in link never. One
     * that a code opened is not handed out again without one.
     */
    @Nullable
    Redemption comeBack(Opened opened, MagicLink.Claim claim, Visit visit, Instant now) {
        if (opened.found().passage() == Passage.CODE) {
            boolean used = opened.link().isSignIn() && claim.entered();
            return used ? new Redemption.Used() : challenges.again(opened, claim, visit, now);
        }
        FirmId firm = opened.found().firm().id();
        Session standing = issuer.touch(opened.found().firm(), claim.session(), table, now);
        if (standing != null
                && standing.mayBeHandedOutAgain(
                        opened.found().firm(), opened.found().epochs().own())) {
            return redeemed(opened, standing, visit, now);
        }
        MagicLink link = opened.link();
        if (link.isSignIn()) {
            return new Redemption.Used();
        }
        SessionId id = issuer.newId(link.id().holder());
        Session session = open(opened, new MagicLink.Claim(claim.deviceHash(), claim.endsAt(), id, true), visit, now);
        List<Write> writes = new ArrayList<>(common(opened, session, visit, now));
        writes.add(LinkItem.replaceSession(link, claim, id));
        writes.add(opened.found().thread().claim(link, id));
        writes.add(events.entered(AuditType.SIGN_IN_SUCCEEDED, opened, session, visit.origin(), now));
        writes.add(Write.delete(claim.session().key(firm)));
        return table.commit(writes) == Commit.DONE ? redeemed(opened, session, visit, now) : null;
    }

    private List<Write> common(Opened opened, Session session, Visit visit, Instant now) {
        List<Write> writes = new ArrayList<>(opened.found().recipient().checkStands());
        writes.add(issuer.write(session));
        Arrival arrival = opened.found().arrival(visit.device());
        Holder holder = opened.link().id().holder();
        writes.addAll(arrivals.of(arrival, holder, opened.found().recipient(), AMR, visit.origin(), now));
        return writes;
    }

    private Session open(Opened opened, MagicLink.Claim claim, Visit visit, Instant now) {
        Standing standing = Objects.requireNonNull(opened.found().recipient().standing());
        Opening opening = new Opening(
                opened.found().firm().id(),
                opened.to().email(),
                standing,
                opened.link().scope(),
                AMR,
                new Bond(opened.found().epochs().own(), opened.found().firm().settingsVersion()),
                opened.link().isSignIn() ? now.plus(Session.LONGEST) : claim.endsAt(),
                visit.device().refreshSecret(claim.session().text()),
                visit.origin(),
                opened.found().arrival(visit.device()).tag());
        return issuer.open(claim.session(), opening, now);
    }

    private Redemption redeemed(Opened opened, Session session, Visit visit, Instant now) {
        LiveSession live = new LiveSession(
                session,
                opened.found().firm(),
                opened.found().recipient(),
                opened.found().authenticator());
        return new Redemption.Redeemed(
                issuer.grant(live, visit.device().refreshSecret(session.id().text()), now));
    }
}
