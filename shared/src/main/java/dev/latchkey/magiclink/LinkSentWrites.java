package dev.latchkey.magiclink;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.magiclink.LinkReader.LinkContext;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The writes that record a delivery. The audit record of a sign-in link is written here, because only now it is known whom
 * it concerns. The one of a request link is written when staff request it.
 */
public final class LinkSentWrites {

    private final AuditTrail audit;

    public LinkSentWrites(AuditTrail audit) {
        this.audit = audit;
    }

    List<Write> of(OutgoingMail outgoing, LinkContext context, DeliveryAddress to, Instant now) {
        MagicLink link = context.link();
        Write noted = link.scope()
                .request()
                .map(request -> LastLink.sent(link.id(), request, now))
                .orElseGet(() -> audit.record(event(context, to, outgoing, now)));
        return List.of(LinkItem.sent(link.id(), now), noted);
    }

    private static AuditEvent event(LinkContext context, DeliveryAddress to, OutgoingMail outgoing, Instant now) {
        MagicLink link = context.link();
        return new AuditEvent(
                link.id().firm(),
                now,
                AuditType.LINK_SENT,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, to.binding().subject()),
                Concerned.of(context.recipient()),
                outgoing.requestSource(),
                Map.of("linkId", link.id().text(), "mail", outgoing.id().id()));
    }
}
