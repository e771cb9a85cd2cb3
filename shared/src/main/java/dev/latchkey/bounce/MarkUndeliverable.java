package dev.latchkey.bounce;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.SentMail;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Marks the address of a bounced message as undeliverable, which stops mail to it. The report may name another address,
 * to which the mail was forwarded; it is used only if neither tags nor message id give the address of the message. A
 * report of an unknown message or address changes nothing. Nor does a repeated report, or one older than the last time
 * that staff cleared the address.
 */
public final class MarkUndeliverable {

    private static final RequestSource MAIL_SERVICE = new RequestSource("mail-feedback", "mail-service", null);

    private final Table table;
    private final SentMail sent;
    private final AuditTrail audit;
    private final Clock clock;

    public MarkUndeliverable(Table table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.sent = new SentMail(table);
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns how many addresses it marked. */
    public int mark(MailReport report) {
        SentMail.Known mail = mail(report);
        if (mail == null) {
            return 0;
        }
        int marked = 0;
        for (Principal address : addresses(mail, report)) {
            marked += marks(mail.firm(), address, report) ? 1 : 0;
        }
        return marked;
    }

    private static List<Principal> addresses(SentMail.Known mail, MailReport report) {
        Principal mailed = mail.address();
        return mailed != null
                ? List.of(mailed)
                : report.recipients().stream()
                        .map(recipient -> Principal.of(mail.firm(), recipient))
                        .toList();
    }

    /**
     * By the message's tags if they have both firm and address; otherwise by what was stored when the message was sent.
     */
    private SentMail.@Nullable Known mail(MailReport report) {
        FirmId firm = report.firm();
        if (firm != null && report.address() != null) {
            return new SentMail.Known(firm, report.address());
        }
        SentMail.Known noted = sent.find(report.messageId()).orElse(null);
        return noted == null && firm != null ? new SentMail.Known(firm, null) : noted;
    }

    private boolean marks(FirmId firm, Principal recipient, MailReport report) {
        Address address = AddressItem.read(firm, table.read(AddressItem.key(firm, recipient)));
        Instant now = clock.instant();
        Instant sentAt = report.sentAt();
        List<Write> writes = List.of(
                AddressItem.mark(firm, recipient, sentAt == null ? now : sentAt, now),
                audit.record(event(firm, address, report, now)));
        return address.email() != null && table.commit(writes) == Commit.DONE;
    }

    private static AuditEvent event(FirmId firm, Address address, MailReport report, Instant now) {
        return new AuditEvent(
                firm,
                now,
                AuditType.MAIL_UNDELIVERABLE,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.SYSTEM, "mail-feedback"),
                Concerned.of(address),
                MAIL_SERVICE,
                Map.of("cause", report.cause().name()));
    }
}
