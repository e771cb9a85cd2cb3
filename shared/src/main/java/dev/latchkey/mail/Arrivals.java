package dev.latchkey.mail;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Principal;
import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.Arrival;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Records the device of a sign-in, and notifies the owner of a new device in the audit trail and by mail; the writes
 * are committed with the sign-in. For a known device, and for the very first, there is no notification.
 */
public final class Arrivals {

    private final AuditTrail audit;
    private final Randomness randomness;

    public Arrivals(AuditTrail audit, Randomness randomness) {
        this.audit = audit;
        this.randomness = randomness;
    }

    /**
     * The writes; none for a device without a secret if no device is known.
     *
     * @param principal of the session
     * @param amr what was proven, in order
     */
    public List<Write> of(
            Arrival arrival,
            Principal principal,
            Recipient recipient,
            List<String> amr,
            RequestSource requestSource,
            Instant now) {
        List<Write> writes = new ArrayList<>(arrival.noted(now));
        if (arrival.isNews(now)) {
            writes.addAll(news(principal, recipient, amr, requestSource, now));
        }
        return writes;
    }

    private List<Write> news(
            Principal principal, Recipient recipient, List<String> amr, RequestSource requestSource, Instant now) {
        String proven = String.join(" ", amr);
        AuditEvent event = new AuditEvent(
                recipient.firm(),
                now,
                AuditType.DEVICE_NEW,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, recipient.subject()),
                Concerned.of(principal, recipient),
                requestSource,
                Map.of("amr", proven));
        MailId mail = new MailId(recipient.firm(), randomness.id(), MailPriority.INTERACTIVE);
        String reference = principal.address().value();
        return List.of(
                audit.record(event),
                Outbox.intend(
                        new OutgoingMail(mail, MailKind.NEW_DEVICE, reference, now, requestSource, null, proven)));
    }
}
