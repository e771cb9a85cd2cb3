package dev.latchkey.account;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.Arrival;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.Arrivals;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.NewSession;
import dev.latchkey.session.RevocationMarker;
import dev.latchkey.session.Scope;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionId;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.session.TokenResponse;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions for owners of accounts. The tokens are signed before anything is written. If KMS can't be reached,
 * nothing is spent, and the client can try again.
 */
public final class AccountSessions {

    /**
     * A completed authentication.
     *
     * @param amr what was proven, in order
     * @param settled what a link fixed of the session before; {@code null} for nothing
     * @param authenticator as it is after the login; {@code null} for none
     * @param device the tag of the device of the session; {@code null} if it has shown no secret
     * @param arrival of the device; {@code null} if it was logged in before
     */
    public record AuthenticationResult(
            Firm firm,
            Recipient recipient,
            List<String> amr,
            Scope scope,
            RevocationMarker marker,
            @Nullable Settled settled,
            @Nullable Authenticator authenticator,
            @Nullable String device,
            @Nullable Arrival arrival,
            RequestSource requestSource) {

        /** A login of an account without a second factor. */
        public static AuthenticationResult login(
                Firm firm,
                Address address,
                List<String> amr,
                RevocationMarker marker,
                Arrival arrival,
                RequestSource requestSource) {
            return new AuthenticationResult(
                    firm, address, amr, Scope.PORTAL, marker, null, null, arrival.tag(), arrival, requestSource);
        }
    }

    /**
     * What a mailed link fixed of the session that it leads to.
     *
     * @param endsAt the absolute end; {@code null} for the usual one
     */
    public record Settled(SessionId id, @Nullable Instant endsAt) {}

    /**
     * A session and its tokens. It exists once its writes are committed.
     *
     * @param writes the session itself, the check that its address is still on a contact, and the audit event
     */
    public record StartedSession(TokenResponse grant, List<Write> writes) {}

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
    public StartedSession open(AuthenticationResult result, Instant now) {
        Email email = Objects.requireNonNull(result.recipient().address().email());
        AddressBinding binding = Objects.requireNonNull(result.recipient().binding());
        FirmId firm = result.firm().id();
        String familySecret = randomness.secret();
        NewSession newSession = new NewSession(
                firm,
                email,
                binding,
                result.scope(),
                result.amr(),
                result.marker(),
                end(result.settled(), now),
                familySecret,
                result.requestSource(),
                result.device());
        Settled settled = result.settled();
        SessionId id = settled != null ? settled.id() : issuer.newId(Principal.of(firm, email));
        Session session = issuer.open(id, newSession, now);
        ActiveSession live = new ActiveSession(session, result.firm(), result.recipient(), result.authenticator());
        List<Write> writes = new ArrayList<>(result.recipient().checkStands());
        writes.add(issuer.write(session));
        writes.add(audit.record(event(session, result, now)));
        if (result.arrival() != null) {
            writes.addAll(arrivals.of(
                    result.arrival(), id.principal(), result.recipient(), result.amr(), result.requestSource(), now));
        }
        return new StartedSession(issuer.grant(live, familySecret, now), writes);
    }

    private static Instant end(@Nullable Settled settled, Instant now) {
        return settled != null && settled.endsAt() != null ? settled.endsAt() : now.plus(Session.LONGEST);
    }

    private static AuditEvent event(Session session, AuthenticationResult result, Instant now) {
        return new AuditEvent(
                session.firm(),
                now,
                AuditType.SIGN_IN_SUCCEEDED,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, session.subject()),
                Concerned.of(session.id().principal(), result.recipient()),
                result.requestSource(),
                Map.of("session", session.id().text(), "amr", String.join(" ", session.amr())));
    }
}
