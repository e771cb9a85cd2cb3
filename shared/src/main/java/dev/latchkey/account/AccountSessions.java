package dev.latchkey.account;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Recipient;
import dev.latchkey.contact.Standing;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.Arrival;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.Arrivals;
import dev.latchkey.session.Bond;
import dev.latchkey.session.LiveSession;
import dev.latchkey.session.Opening;
import dev.latchkey.session.Scope;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionGrant;
import dev.latchkey.session.SessionId;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions for owners of accounts. The tokens are signed before anything is written: where keys can't be called
 * nothing was spent, and the caller tries again.
 */
public final class AccountSessions {

    /**
     * What an owner has proven.
     *
     * @param amr what was proven, in order
     * @param settled what was settled before of the session; {@code null} for nothing
     * @param authenticator as it stands once the owner is in; {@code null} for none
     * @param device the tag of the one that the session belongs to; {@code null} of one that showed no secret
     * @param arrival of the device; {@code null} of whoever was in before
     */
    public record Proven(
            Firm firm,
            Recipient recipient,
            List<String> amr,
            Scope scope,
            Bond bond,
            @Nullable Settled settled,
            @Nullable Authenticator authenticator,
            @Nullable String device,
            @Nullable Arrival arrival,
            Origin origin) {

        /** A login of an account without a second factor. */
        static Proven login(Firm firm, Address address, List<String> amr, Bond bond, Arrival arrival, Origin origin) {
            return new Proven(firm, address, amr, Scope.PORTAL, bond, null, null, arrival.tag(), arrival, origin);
        }
    }

    /**
     * What a mailed link settled of the session that it leads to.
     *
     * @param endsAt its absolute end; {@code null} for the usual one
     */
    public record Settled(SessionId id, @Nullable Instant endsAt) {}

    /**
     * A session that exists once its writes are committed, with the tokens for then.
     *
     * @param writes the session itself, the check that its address still stands, and the audit event
     */
    public record Opened(SessionGrant grant, List<Write> writes) {}

    private final SessionIssuer issuer;
    private final Randomness randomness;
    private final AuditTrail audit;
    private final Arrivals arrivals;

    public AccountSessions(SessionIssuer issuer, Randomness randomness, AuditTrail audit) {
        this.issuer = issuer;
        this.randomness = randomness;
        this.audit = audit;
        this.arrivals = new Arrivals(audit, randomness);
    }

    /** Costs one KMS Sign. */
    public Opened open(Proven proven, Instant now) {
        Email email = Objects.requireNonNull(proven.recipient().address().email());
        Standing standing = Objects.requireNonNull(proven.recipient().standing());
        FirmId firm = proven.firm().id();
        String familySecret = randomness.secret();
        Opening opening = new Opening(
                firm,
                email,
                standing,
                proven.scope(),
                proven.amr(),
                proven.bond(),
                end(proven.settled(), now),
                familySecret,
                proven.origin(),
                proven.device());
        Settled settled = proven.settled();
        SessionId id = settled != null ? settled.id() : issuer.newId(Holder.of(firm, email));
        Session session = issuer.open(id, opening, now);
        LiveSession live = new LiveSession(session, proven.firm(), proven.recipient(), proven.authenticator());
        List<Write> writes = new ArrayList<>(proven.recipient().checkStands());
        writes.add(issuer.write(session));
        writes.add(audit.record(event(session, proven, now)));
        if (proven.arrival() != null) {
            writes.addAll(
                    arrivals.of(proven.arrival(), id.holder(), proven.recipient(), proven.amr(), proven.origin(), now));
        }
        return new Opened(issuer.grant(live, familySecret, now), writes);
    }

    private static Instant end(@Nullable Settled settled, Instant now) {
        return settled != null && settled.endsAt() != null ? settled.endsAt() : now.plus(Session.LONGEST);
    }

    private static AuditEvent event(Session session, Proven proven, Instant now) {
        return new AuditEvent(
                session.firm(),
                now,
                AuditType.SIGN_IN_SUCCEEDED,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, session.subject()),
                Concerned.of(session.id().holder(), proven.recipient()),
                proven.origin(),
                Map.of("session", session.id().text(), "amr", String.join(" ", session.amr())));
    }
}
