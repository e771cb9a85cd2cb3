package dev.latchkey.functions;

import dev.latchkey.audit.ListAudit;
import dev.latchkey.contact.FurtherContacts;
import dev.latchkey.contact.SyncContact;
import dev.latchkey.crypto.PublishedKeys;
import dev.latchkey.firm.SyncFirm;
import dev.latchkey.functions.http.DeviceSecretReader;
import dev.latchkey.functions.http.RefreshCookieGuard;
import dev.latchkey.functions.http.SessionAuthorizer;
import dev.latchkey.functions.http.StaffAuthorizer;
import dev.latchkey.functions.http.StaffCursors;
import dev.latchkey.session.AuthenticateSession;
import dev.latchkey.session.EndSession;
import dev.latchkey.session.EndSessions;
import dev.latchkey.session.ListSessions;
import dev.latchkey.session.LogOutByToken;
import dev.latchkey.session.RefreshSession;
import dev.latchkey.session.TokenIssuer;
import dev.latchkey.snapstart.Snapshotted;
import dev.latchkey.staff.AuthenticateStaff;
import dev.latchkey.staff.CursorKeys;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The composition root, written by hand: functions get all their parts here. Each feature's parts are built in a class of its
 * own.
 */
public final class Latchkey {

    private final Parts parts;
    private final Lazy<StaffAuthorizer> staffDoor;

    public Latchkey(Map<String, String> environment, Clock clock) {
        this(environment, clock, WorkLimits.OF_FUNCTIONS);
    }

    public Latchkey(Map<String, String> environment, Clock clock, WorkLimits limits) {
        this.parts = new Parts(environment, clock, limits);
        this.staffDoor = new Lazy<>(() -> new StaffAuthorizer(
                parts.noted(new AuthenticateStaff(parts.environment.staffIdentityProvider(), clock))));
    }

    /** For Lambda, which may take a snapshot of the instance. */
    public static Latchkey onLambda() {
        Map<String, String> environment = System.getenv();
        Latchkey latchkey = new Latchkey(environment, Clock.systemUTC());
        if (SnapStart.isOn(environment)) {
            SnapshotHook.register(latchkey, environment.getOrDefault("_HANDLER", ""));
        }
        return latchkey;
    }

    /** The parts built so far that a snapshot affects. */
    List<Snapshotted> snapshotted() {
        return parts.snapshotted();
    }

    /** The parts that features are built from. */
    public Parts parts() {
        return parts;
    }

    public StaffAuthorizer staffAuthorizer() {
        return staffDoor.get();
    }

    public SessionAuthorizer sessionAuthorizer() {
        return new SessionAuthorizer(new AuthenticateSession(
                parts.publishedKeys(), issuer(), parts.table(), parts.notBefore(), parts.clock));
    }

    public FurtherContacts furtherContacts() {
        return new FurtherContacts(parts.table());
    }

    public DeviceSecretReader deviceSecretReader() {
        return new DeviceSecretReader(parts.environment.allowedOrigins(), parts.randomness);
    }

    public RefreshCookieGuard refreshCookieGuard() {
        return new RefreshCookieGuard(parts.environment.allowedOrigins());
    }

    public RefreshSession refreshSession() {
        return new RefreshSession(parts.table(), parts.sessionIssuer(), parts.audit, parts.notBefore(), parts.clock);
    }

    public EndSession endSession() {
        return new EndSession(parts.table(), parts.audit, parts.clock);
    }

    public LogOutByToken logOutByToken() {
        return new LogOutByToken(parts.table(), parts.audit, parts.notBefore(), parts.clock);
    }

    public ListSessions listSessions() {
        return new ListSessions(parts.table(), parts.notBefore(), parts.clock);
    }

    public EndSessions endSessions() {
        return new EndSessions(parts.table(), parts.audit, parts.clock);
    }

    public SyncFirm syncFirm() {
        return new SyncFirm(parts.table());
    }

    public SyncContact syncContact() {
        return new SyncContact(parts.table(), parts.randomness, parts.environment.retention(), parts.clock);
    }

    public ListAudit listAudit() {
        return new ListAudit(parts.table(), parts.clock);
    }

    public StaffCursors staffCursors() {
        return new StaffCursors(parts.noted(new CursorKeys(parts::kms, parts.environment.cursorsKey())));
    }

    public PublishedKeys publishedKeys() {
        return parts.publishedKeys();
    }

    public TokenIssuer issuer() {
        return parts.environment.issuer();
    }
}
