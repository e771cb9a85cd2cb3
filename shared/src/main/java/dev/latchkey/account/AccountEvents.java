package dev.latchkey.account;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Principal;
import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the writes that report a change of an account: to the firm's audit trail, and by mail to its owner. */
public final class AccountEvents {

    /**
     * The account that an event is about.
     *
     * @param subject its {@code sub}
     */
    public record About(FirmId firm, Principal address, String subject, Concerned concerned) {

        /** The account of an address that is on a contact. */
        public static About of(Principal address, Recipient recipient) {
            return new About(recipient.firm(), address, recipient.subject(), Concerned.of(address, recipient));
        }

        /** The owner of the account as the actor. */
        public Actor owner() {
            return new Actor(Actor.Kind.CLIENT, subject);
        }
    }

    private final AuditTrail audit;
    private final Randomness randomness;

    public AccountEvents(AuditTrail audit, Randomness randomness) {
        this.audit = audit;
        this.randomness = randomness;
    }

    /** An event and a notice of what the owner did. */
    public List<Write> of(AuditType type, MailKind notice, About about, RequestSource requestSource, Instant now) {
        return of(type, Map.of(), notice, null, about, about.owner(), requestSource, now);
    }

    /**
     * An event and a notice of what somebody did.
     *
     * @param number for the text of the notice
     */
    public List<Write> of(
            AuditType type,
            Map<String, String> detail,
            MailKind notice,
            @Nullable Long number,
            About about,
            Actor actor,
            RequestSource requestSource,
            Instant now) {
        return List.of(
                record(type, AuditEvent.Outcome.SUCCESS, about, actor, requestSource, now, detail),
                notice(notice, number, about, requestSource, now));
    }

    /**
     * An event and a notice of the use of a recovery code.
     *
     * @param left how many codes are left
     */
    public List<Write> recoveryCodeUsed(
            RecoveryCodeUse use, int left, About about, RequestSource requestSource, Instant now) {
        Map<String, String> detail = Map.of("left", Integer.toString(left), "for", use.value());
        return of(
                AuditType.RECOVERY_CODE_USED,
                detail,
                use.notice(),
                (long) left,
                about,
                about.owner(),
                requestSource,
                now);
    }

    /** Only a notice. */
    public Write notice(MailKind kind, @Nullable Long number, About about, RequestSource requestSource, Instant now) {
        MailId mail = new MailId(about.firm(), randomness.id(), MailPriority.INTERACTIVE);
        return Outbox.intend(new OutgoingMail(mail, kind, about.address().value(), now, requestSource, number, null));
    }

    /** A wrong current password in an authenticated session. */
    public Write wrongPassword(About about, RequestSource requestSource, Instant now) {
        return refused(
                AuditType.SIGN_IN_FAILED,
                Map.of("reason", "wrong-password", "step", "current-password"),
                about,
                requestSource,
                now);
    }

    /** A wrong code after a right first factor. */
    public Write wrongCode(About about, String step, RequestSource requestSource, Instant now) {
        return refused(
                AuditType.SIGN_IN_FAILED, Map.of("reason", "wrong-code", "step", step), about, requestSource, now);
    }

    /** The lock of a step. */
    public Write locked(About about, String step, RequestSource requestSource, Instant now) {
        return refused(AuditType.ACCOUNT_LOCKED, Map.of("step", step), about, requestSource, now);
    }

    private Write refused(
            AuditType type, Map<String, String> detail, About about, RequestSource requestSource, Instant now) {
        return record(type, AuditEvent.Outcome.REFUSED, about, about.owner(), requestSource, now, detail);
    }

    /** Only an event. */
    public Write record(
            AuditType type,
            AuditEvent.Outcome outcome,
            About about,
            Actor actor,
            RequestSource requestSource,
            Instant now,
            Map<String, String> detail) {
        return audit.record(
                new AuditEvent(about.firm(), now, type, outcome, actor, about.concerned(), requestSource, detail));
    }
}
