package dev.latchkey.magiclink;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.session.Opening;
import dev.latchkey.session.Scope;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionId;
import dev.latchkey.session.SessionIssuer;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets a device in by a link: for the first time, or again. {@code null} means that somebody else's write came first. */
final class ClaimLink {

    private static final List<String> AMR = List.of("email");
    private static final String ACR = "aal1";

    private final Table table;
    private final SessionIssuer issuer;
    private final AuditTrail audit;

    ClaimLink(Table table, SessionIssuer issuer, AuditTrail audit) {
        this.table = table;
        this.issuer = issuer;
        this.audit = audit;
    }

    @Nullable
    Redemption claim(
            Found found, Contact contact, ContactAddress address, DeviceSecret device, Origin origin, Instant now) {
        SessionId id = issuer.newId(found.link().id().holder());
        MagicLink.Claim claim = new MagicLink.Claim(device.hash(), now.plus(MagicLink.DEVICE_LIFE), id);
        Session session = open(found, contact, address, claim, device, origin, now);
        List<Write> writes = new ArrayList<>(common(found, session));
        writes.add(LinkItem.claim(found.link(), claim, now));
        writes.add(audit.record(event(AuditType.LINK_CLAIMED, found, session, origin, now)));
        SessionId earlier = found.thread().session();
        if (earlier != null) {
            writes.add(Write.delete(earlier.key(found.firm().id())));
        }
        return table.commit(writes) == Commit.DONE ? redeemed(found, session, device, now) : null;
    }

    @Nullable
    Redemption comeBack(
            Found found,
            Contact contact,
            ContactAddress address,
            MagicLink.Claim claim,
            DeviceSecret device,
            Origin origin,
            Instant now) {
        Session standing = issuer.touch(found.firm(), claim.session(), table, now);
        if (standing != null) {
            return redeemed(found, standing, device, now);
        }
        SessionId id = issuer.newId(found.link().id().holder());
        MagicLink.Claim renewed = new MagicLink.Claim(claim.deviceHash(), claim.endsAt(), id);
        Session session = open(found, contact, address, renewed, device, origin, now);
        List<Write> writes = new ArrayList<>(common(found, session));
        writes.add(LinkItem.replaceSession(found.link(), claim, id));
        writes.add(audit.record(event(AuditType.SIGN_IN_SUCCEEDED, found, session, origin, now)));
        writes.add(Write.delete(claim.session().key(found.firm().id())));
        return table.commit(writes) == Commit.DONE ? redeemed(found, session, device, now) : null;
    }

    private List<Write> common(Found found, Session session) {
        return List.of(
                issuer.write(session),
                LinkItem.claimThread(found.link(), found.thread(), session.id()),
                ContactItem.checkHonours(session.firm(), session.contact(), session.generation()));
    }

    private Session open(
            Found found,
            Contact contact,
            ContactAddress address,
            MagicLink.Claim claim,
            DeviceSecret device,
            Origin origin,
            Instant now) {
        Scope scope = Scope.of(found.link().request());
        String secret = device.refreshSecret(claim.session());
        Opening opening = new Opening(contact, address, scope, AMR, ACR, claim.endsAt(), secret, origin);
        return issuer.open(claim.session(), opening, now);
    }

    private Redemption redeemed(Found found, Session session, DeviceSecret device, Instant now) {
        String secret = device.refreshSecret(session.id());
        return new Redemption.Redeemed(issuer.grant(session, secret, found.firm(), now));
    }

    private static AuditEvent event(AuditType type, Found found, Session session, Origin origin, Instant now) {
        return new AuditEvent(
                session.firm(),
                now,
                type,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, session.subject()),
                session.contact(),
                origin,
                Map.of(
                        "linkId", found.link().id().text(),
                        "requestId", found.link().request().value(),
                        "session", session.id().text()));
    }
}
