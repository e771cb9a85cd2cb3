package dev.latchkey.mail;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.Arrival;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Tells an owner, in the trail and by mail, of a device that got in where others are known; to be committed with the sign-in.
 * Of a device that is known, and of the very first, there is nothing to tell.
 */
public final class NewDeviceNotice {

    private final AuditTrail audit;
    private final Randomness randomness;

    public NewDeviceNotice(AuditTrail audit, Randomness randomness) {
        this.audit = audit;
        this.randomness = randomness;
    }

    /**
     * The writes, or none.
     *
     * @param holder of the session
     * @param amr what was proven, in order
     */
    public List<Write> of(
            Arrival arrival, Holder holder, Recipient recipient, List<String> amr, Origin origin, Instant now) {
        if (!arrival.isNews(now)) {
            return List.of();
        }
        String proven = String.join(" ", amr);
        AuditEvent event = new AuditEvent(
                recipient.firm(),
                now,
                AuditType.DEVICE_NEW,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, recipient.subject()),
                Concerned.of(holder, recipient),
                origin,
                Map.of("amr", proven));
        MailId mail = new MailId(recipient.firm(), randomness.id(), MailPriority.INTERACTIVE);
        String reference = holder.address().value();
        return List.of(
                audit.record(event),
                Outbox.intend(new OutgoingMail(mail, MailKind.NEW_DEVICE, reference, now, origin, null, proven)));
    }
}
