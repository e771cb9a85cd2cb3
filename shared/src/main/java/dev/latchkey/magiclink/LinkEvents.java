package dev.latchkey.magiclink;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.magiclink.LinkReader.LinkContext;
import dev.latchkey.magiclink.LinkReader.PresentedLink;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Audit records about the use of a link. */
final class LinkEvents {

    private final AuditTrail audit;

    LinkEvents(AuditTrail audit) {
        this.audit = audit;
    }

    Write entered(AuditType type, PresentedLink presented, Session session, RequestSource requestSource, Instant now) {
        return claimed(type, presented, session.id(), requestSource, now);
    }

    /** A device claimed the link and has no session yet. */
    Write claimed(PresentedLink presented, SessionId session, RequestSource requestSource, Instant now) {
        return claimed(AuditType.LINK_CLAIMED, presented, session, requestSource, now);
    }

    private Write claimed(
            AuditType type, PresentedLink presented, SessionId session, RequestSource requestSource, Instant now) {
        Map<String, String> detail = about(presented.link());
        detail.put("session", session.text());
        return audit.record(event(type, AuditEvent.Outcome.SUCCESS, presented.context(), requestSource, now, detail));
    }

    /** Also for a link that was mailed to nobody. */
    Write refused(LinkContext context, RedeemOutcome refusal, RequestSource requestSource, Instant now) {
        Map<String, String> detail = about(context.link());
        detail.put("reason", refusal.getClass().getSimpleName());
        return audit.record(
                event(AuditType.LINK_REFUSED, AuditEvent.Outcome.REFUSED, context, requestSource, now, detail));
    }

    private static Map<String, String> about(MagicLink link) {
        Map<String, String> detail = new TreeMap<>(Map.of("linkId", link.id().text()));
        link.scope().request().ifPresent(request -> detail.put("requestId", request.value()));
        return detail;
    }

    private static AuditEvent event(
            AuditType type,
            AuditEvent.Outcome outcome,
            LinkContext context,
            RequestSource requestSource,
            Instant now,
            Map<String, String> detail) {
        LinkId id = context.link().id();
        DeliveryAddress to = context.link().to();
        return new AuditEvent(
                id.firm(),
                now,
                type,
                outcome,
                new Actor(
                        Actor.Kind.CLIENT, to == null ? "unknown" : to.binding().subject()),
                to == null ? Concerned.NOBODY : Concerned.of(id.principal(), context.recipient()),
                requestSource,
                detail);
    }
}
