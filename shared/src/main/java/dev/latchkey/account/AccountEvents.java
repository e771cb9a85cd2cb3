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
import org.jspecify.annotations.Nullable;

/** Makes the writes that tell of a change of an account: to the firm's trail, and by mail to its owner. */
public final class AccountEvents {

    /**
     * Which account.
     *
     * @param subject its {@code sub}
     */
    public record About(FirmId firm, Holder address, String subject, List<ContactId> contacts) {}

    private final AuditTrail audit;
    private final Randomness randomness;

    public AccountEvents(AuditTrail audit, Randomness randomness) {
        this.audit = audit;
        this.randomness = randomness;
    }

    /** Something that the owner did and is told of. */
    public List<Write> of(AuditType type, MailKind notice, About about, Origin origin, Instant now) {
        return of(type, Map.of(), notice, null, about, owner(about), origin, now);
    }

    /**
     * Something that was done with an account and that its owner is told of, whoever did it.
     *
     * @param detail further facts for the trail, never a secret and never an address
     * @param number that the notice's words need; {@code null} where they need none
     */
    public List<Write> of(
            AuditType type,
            Map<String, String> detail,
            MailKind notice,
            @Nullable Long number,
            About about,
            Actor actor,
            Origin origin,
            Instant now) {
        return List.of(
                record(type, AuditEvent.Outcome.SUCCESS, about, actor, origin, now, detail),
                notice(notice, number, about, origin, now));
    }

    /** The notice alone, for what the trail tells in another way, as wrong codes. */
    public Write notice(MailKind kind, @Nullable Long number, About about, Origin origin, Instant now) {
        MailId mail = new MailId(about.firm(), randomness.id());
        return Outbox.intend(new OutgoingMail(mail, kind, about.address().value(), now, origin, number));
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

    /** Something that the owner did, for the trail alone. */
    public Write record(
            AuditType type,
            AuditEvent.Outcome outcome,
            About about,
            Origin origin,
            Instant now,
            Map<String, String> detail) {
        return record(type, outcome, about, owner(about), origin, now, detail);
    }

    /** Something that was done with an account, whoever did it, for the trail alone. */
    public Write record(
            AuditType type,
            AuditEvent.Outcome outcome,
            About about,
            Actor actor,
            Origin origin,
            Instant now,
            Map<String, String> detail) {
        return audit.record(new AuditEvent(about.firm(), now, type, outcome, actor, about.contacts(), origin, detail));
    }

    private static Actor owner(About about) {
        return new Actor(Actor.Kind.CLIENT, about.subject());
    }
}
