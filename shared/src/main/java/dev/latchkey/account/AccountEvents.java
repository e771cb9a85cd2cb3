package dev.latchkey.account;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes the writes that tell of a change of an account: to the firm's trail, and by mail to its owner. */
public final class AccountEvents {

    /**
     * Which account.
     *
     * @param subject its {@code sub}
     */
    record About(FirmId firm, Holder address, String subject, List<ContactId> contacts) {}

    private final AuditTrail audit;
    private final Randomness randomness;

    public AccountEvents(AuditTrail audit, Randomness randomness) {
        this.audit = audit;
        this.randomness = randomness;
    }

    List<Write> of(AuditType type, MailKind notice, About about, Origin origin, Instant now) {
        MailId mail = new MailId(about.firm(), randomness.id());
        return List.of(
                record(type, AuditEvent.Outcome.SUCCESS, about, origin, now, Map.of()),
                Outbox.intend(new OutgoingMail(mail, notice, about.address().value(), now, origin)));
    }

    /** Somebody who is in typed a wrong current password. */
    Write wrongPassword(About about, Origin origin, Instant now) {
        Map<String, String> detail = Map.of("reason", "wrong-password", "step", "current-password");
        return record(AuditType.SIGN_IN_FAILED, AuditEvent.Outcome.REFUSED, about, origin, now, detail);
    }

    /** That locked the password step. */
    Write locked(About about, Origin origin, Instant now) {
        Map<String, String> detail = Map.of("step", "password");
        return record(AuditType.ACCOUNT_LOCKED, AuditEvent.Outcome.REFUSED, about, origin, now, detail);
    }

    private Write record(
            AuditType type,
            AuditEvent.Outcome outcome,
            About about,
            Origin origin,
            Instant now,
            Map<String, String> detail) {
        Actor actor = new Actor(Actor.Kind.CLIENT, about.subject());
        return audit.record(new AuditEvent(about.firm(), now, type, outcome, actor, about.contacts(), origin, detail));
    }
}
