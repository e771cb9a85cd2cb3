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

/** Makes the writes that tell of a change of an account: to the firm's trail, and by mail to its owner. */
public final class AccountEvents {

    /**
     * Which account.
     *
     * @param subject its {@code sub}
     */
    public record About(FirmId firm, Principal address, String subject, Concerned concerned) {

        /** That of whoever comes in by an address which stands. */
        public static About of(Principal address, Recipient recipient) {
            return new About(recipient.firm(), address, recipient.subject(), Concerned.of(address, recipient));
        }

        /** Its owner, as the one who acts. */
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

    /** Its owner did something: an event, and a notice. */
    public List<Write> of(AuditType type, MailKind notice, About about, RequestSource requestSource, Instant now) {
        return of(type, Map.of(), notice, null, about, about.owner(), requestSource, now);
    }

    /**
     * Somebody did something with it: an event, and a notice.
     *
     * @param number that the notice tells
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
     * Its owner used a recovery code: an event, and a notice.
     *
     * @param left how many are left then
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

    /** A notice alone. */
    public Write notice(MailKind kind, @Nullable Long number, About about, RequestSource requestSource, Instant now) {
        MailId mail = new MailId(about.firm(), randomness.id(), MailPriority.INTERACTIVE);
        return Outbox.intend(new OutgoingMail(mail, kind, about.address().value(), now, requestSource, number, null));
    }

    /** Somebody who is in typed a wrong current password. */
    Write wrongPassword(About about, RequestSource requestSource, Instant now) {
        return refused(
                AuditType.SIGN_IN_FAILED,
                Map.of("reason", "wrong-password", "step", "current-password"),
                about,
                requestSource,
                now);
    }

    /** Somebody typed a wrong code after a right first factor. */
    Write wrongCode(About about, String step, RequestSource requestSource, Instant now) {
        return refused(
                AuditType.SIGN_IN_FAILED, Map.of("reason", "wrong-code", "step", step), about, requestSource, now);
    }

    /** That locked a step. */
    Write locked(About about, String step, RequestSource requestSource, Instant now) {
        return refused(AuditType.ACCOUNT_LOCKED, Map.of("step", step), about, requestSource, now);
    }

    private Write refused(
            AuditType type, Map<String, String> detail, About about, RequestSource requestSource, Instant now) {
        return record(type, AuditEvent.Outcome.REFUSED, about, about.owner(), requestSource, now, detail);
    }

    /** An event alone. */
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
