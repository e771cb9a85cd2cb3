package dev.latchkey.account;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Standings;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.session.Bond;
import dev.latchkey.session.LiveSession;
import dev.latchkey.session.Opening;
import dev.latchkey.session.Scope;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionGrant;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Opens sessions that reach all of the portal. The tokens are signed before anything is written: where keys can't be
 * called nothing was spent, and the caller tries again.
 */
public final class PortalSessions {

    /**
     * A session that exists once its writes are committed, with the tokens for then.
     *
     * @param writes the session itself, the check that its address still stands, and the audit event
     */
    record Opened(SessionGrant grant, List<Write> writes) {}

    private final SessionIssuer issuer;
    private final Randomness randomness;
    private final AuditTrail audit;

    public PortalSessions(SessionIssuer issuer, Randomness randomness, AuditTrail audit) {
        this.issuer = issuer;
        this.randomness = randomness;
        this.audit = audit;
    }

    /**
     * @param subject of the account
     * @param amr what was proven, in order
     */
    Opened open(Firm firm, Address address, String subject, List<String> amr, Bond bond, Origin origin, Instant now) {
        Email email = Objects.requireNonNull(address.email());
        Standings standings = address.standings();
        String familySecret = randomness.secret();
        Opening opening = new Opening(
                firm.id(),
                email,
                standings,
                Scope.PORTAL,
                subject,
                amr,
                Session.AAL1,
                bond,
                now.plus(Session.LONGEST),
                familySecret,
                origin);
        Session session = issuer.open(issuer.newId(Holder.of(firm.id(), email)), opening, now);
        SessionGrant grant = issuer.grant(new LiveSession(session, firm, address), familySecret, now);
        return new Opened(
                grant,
                List.of(
                        issuer.write(session),
                        AddressItem.checkStands(firm.id(), email, standings.first()),
                        audit.record(event(session, origin, now))));
    }

    private static AuditEvent event(Session session, Origin origin, Instant now) {
        return new AuditEvent(
                session.firm(),
                now,
                AuditType.SIGN_IN_SUCCEEDED,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, session.subject()),
                session.standings().contacts(),
                origin,
                Map.of("session", session.id().text(), "amr", String.join(" ", session.amr())));
    }
}
