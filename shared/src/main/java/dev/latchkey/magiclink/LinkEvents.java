package dev.latchkey.magiclink;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.Origin;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.magiclink.LinkReader.Opened;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the trail says of the use of a link. */
final class LinkEvents {

    private final AuditTrail audit;

    LinkEvents(AuditTrail audit) {
        this.audit = audit;
    }

    Write entered(AuditType type, Opened opened, Session session, Origin origin, Instant now) {
        return claimed(type, opened, session.id(), origin, now);
    }

    /** A device has the link, and no session yet. */
    Write claimed(Opened opened, SessionId session, Origin origin, Instant now) {
        return claimed(AuditType.LINK_CLAIMED, opened, session, origin, now);
    }

    private Write claimed(AuditType type, Opened opened, SessionId session, Origin origin, Instant now) {
        Map<String, String> detail = about(opened.link());
        detail.put("session", session.text());
        return audit.record(event(type, AuditEvent.Outcome.SUCCESS, opened.found(), origin, now, detail));
    }

    /** Also of one that was mailed to nobody. */
    Write refused(Found found, Redemption refusal, Origin origin, Instant now) {
        Map<String, String> detail = about(found.link());
        detail.put("reason", refusal.getClass().getSimpleName());
        return audit.record(event(AuditType.LINK_REFUSED, AuditEvent.Outcome.REFUSED, found, origin, now, detail));
    }

    private static Map<String, String> about(MagicLink link) {
        Map<String, String> detail = new TreeMap<>(Map.of("linkId", link.id().text()));
        link.scope().request().ifPresent(request -> detail.put("requestId", request.value()));
        return detail;
    }

    private static AuditEvent event(
            AuditType type,
            AuditEvent.Outcome outcome,
            Found found,
            Origin origin,
            Instant now,
            Map<String, String> detail) {
        LinkId id = found.link().id();
        Addressing to = found.link().to();
        return new AuditEvent(
                id.firm(),
                now,
                type,
                outcome,
                new Actor(
                        Actor.Kind.CLIENT,
                        to == null ? "unknown" : to.standing().subject()),
                to == null ? Concerned.NOBODY : Concerned.of(id.holder(), found.recipient()),
                origin,
                detail);
    }
}
