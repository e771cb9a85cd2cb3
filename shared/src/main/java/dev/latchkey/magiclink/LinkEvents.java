package dev.latchkey.magiclink;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Standings;
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

    Write entered(AuditType type, MagicLink link, Session session, Origin origin, Instant now) {
        Map<String, String> detail = about(link);
        detail.put("session", session.id().text());
        return audit.record(event(type, AuditEvent.Outcome.SUCCESS, link, session.standings(), origin, now, detail));
    }

    /** A device has the link, and no session yet. */
    Write claimed(Opened opened, SessionId session, Origin origin, Instant now) {
        Map<String, String> detail = about(opened.link());
        detail.put("session", session.text());
        Standings standings = opened.found().standings();
        return audit.record(event(
                AuditType.LINK_CLAIMED, AuditEvent.Outcome.SUCCESS, opened.link(), standings, origin, now, detail));
    }

    Write refused(Opened opened, Redemption refusal, Origin origin, Instant now) {
        Map<String, String> detail = about(opened.link());
        detail.put("reason", refusal.getClass().getSimpleName());
        Standings standings = opened.to().standings();
        return audit.record(event(
                AuditType.LINK_REFUSED, AuditEvent.Outcome.REFUSED, opened.link(), standings, origin, now, detail));
    }

    private static Map<String, String> about(MagicLink link) {
        Map<String, String> detail = new TreeMap<>(Map.of("linkId", link.id().text()));
        link.scope().request().ifPresent(request -> detail.put("requestId", request.value()));
        return detail;
    }

    private static AuditEvent event(
            AuditType type,
            AuditEvent.Outcome outcome,
            MagicLink link,
            Standings about,
            Origin origin,
            Instant now,
            Map<String, String> detail) {
        return new AuditEvent(
                link.id().firm(),
                now,
                type,
                outcome,
                new Actor(Actor.Kind.CLIENT, about.first().subject()),
                about.contacts(),
                origin,
                detail);
    }
}
