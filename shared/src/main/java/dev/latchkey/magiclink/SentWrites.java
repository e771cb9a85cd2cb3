package dev.latchkey.magiclink;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.mail.SentMail;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The writes that note a sending. A sign-in link enters the trail here, since only now is it known whom it concerns; a
 * request link did when it was asked for.
 */
public final class SentWrites {

    private final AuditTrail audit;

    public SentWrites(AuditTrail audit) {
        this.audit = audit;
    }

    /** With the end of the sign-in links before it; without where a later one was mailed meanwhile. */
    List<Write> ofLatest(OutgoingMail outgoing, Found found, Addressing to, String messageId, Instant now) {
        MagicLink link = found.link();
        List<Write> writes = of(outgoing, found, to, messageId, now);
        if (link.isSignIn()) {
            writes.add(LinkThread.mailed(link));
        }
        return writes;
    }

    List<Write> of(OutgoingMail outgoing, Found found, Addressing to, String messageId, Instant now) {
        MagicLink link = found.link();
        List<Write> writes =
                new ArrayList<>(List.of(LinkItem.sent(link.id(), messageId, now), Outbox.done(outgoing.id())));
        writes.addAll(SentMail.of(messageId, link.id().firm(), to.email(), now));
        link.scope()
                .request()
                .ifPresentOrElse(
                        request -> writes.add(LastLink.sent(link.id(), request, now)),
                        () -> writes.add(audit.record(event(found, to, outgoing, now))));
        return writes;
    }

    private static AuditEvent event(Found found, Addressing to, OutgoingMail outgoing, Instant now) {
        MagicLink link = found.link();
        return new AuditEvent(
                link.id().firm(),
                now,
                AuditType.LINK_SENT,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, to.standing().subject()),
                Concerned.of(found.recipient()),
                outgoing.origin(),
                Map.of("linkId", link.id().text(), "mail", outgoing.id().id()));
    }
}
