package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The writes of one sending, and its answer as it is kept for repeats. */
final class SendWrites {

    private static final String LINK_ID = "linkId";
    private static final String EMAIL = "email";
    private static final String EXPIRES_AT = "expiresAt";

    private final Randomness randomness;
    private final AuditTrail audit;

    SendWrites(Randomness randomness, AuditTrail audit) {
        this.randomness = randomness;
        this.audit = audit;
    }

    List<Write> of(LinkOrder order, MagicLink link, Instant now) {
        MailId mail = new MailId(link.id().firm(), randomness.id());
        List<Write> writes = new ArrayList<>();
        writes.add(LinkItem.create(link, now));
        writes.add(ContactItem.checkHonours(link.id().firm(), link.contact(), link.generation()));
        writes.add(Outbox.intend(
                new OutgoingMail(mail, MailKind.REQUEST_LINK, link.id().text(), now)));
        writes.add(audit.record(event(order, link, now)));
        Idempotency repeat = order.idempotency();
        if (repeat != null) {
            writes.add(repeat.remember(answer(link), now));
        }
        return writes;
    }

    static SendOutcome accepted(MagicLink link) {
        return answerOf(answer(link));
    }

    static SendOutcome answerOf(Map<String, String> answer) {
        return new SendOutcome.Accepted(
                field(answer, LINK_ID), field(answer, EMAIL), Instant.parse(field(answer, EXPIRES_AT)));
    }

    private static Map<String, String> answer(MagicLink link) {
        return Map.of(
                LINK_ID, link.id().text(),
                EMAIL, link.email().address(),
                EXPIRES_AT, link.expiresAt().toString());
    }

    private static String field(Map<String, String> answer, String name) {
        String value = answer.get(name);
        if (value == null) {
            throw new IllegalStateException("a kept answer lacks " + name);
        }
        return value;
    }

    private static AuditEvent event(LinkOrder order, MagicLink link, Instant now) {
        return new AuditEvent(
                link.id().firm(),
                now,
                AuditType.LINK_SENT,
                AuditEvent.Outcome.SUCCESS,
                order.sender().actor(),
                link.contact(),
                order.origin(),
                Map.of("linkId", link.id().text(), "requestId", link.request().value()));
    }
}
