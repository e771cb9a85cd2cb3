package dev.latchkey.mail;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBuilder;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The mails that are still to be sent. An intent is written in the transaction of the event that it is about. The
 * table's stream brings it to the sender, and the transaction that records the sending deletes it. So it is stored
 * exactly as long as the mail may be unsent, and has no time to live. A mail that can't be sent is parked.
 */
public final class Outbox {

    private static final String KIND = "kind";
    private static final String PARKED_AT = "parkedAt";

    private final Table table;

    public Outbox(Table table) {
        this.table = table;
    }

    public static Write intend(OutgoingMail mail) {
        ItemBuilder item = Item.at(mail.id().key())
                .text(KIND, mail.kind().name())
                .text("reference", mail.reference())
                .time("at", mail.at())
                .text("httpRequestId", mail.requestSource().requestId())
                .text("sourceIp", mail.requestSource().sourceIp());
        Long number = mail.number();
        if (mail.amr() != null) {
            item.text("amr", mail.amr()).text("userAgent", mail.requestSource().userAgent());
        }
        return Write.create((number == null ? item : item.number("number", number)).build());
    }

    /** The write that removes a mail from the outbox. */
    public static Write done(MailId id) {
        return Write.delete(id.key());
    }

    /** What is stored there now. */
    public OutboxEntry find(MailId id) {
        Item item = table.read(id.key());
        if (item == null) {
            return new OutboxEntry.Gone();
        }
        if (item.optionalTime(PARKED_AT) != null) {
            return new OutboxEntry.Parked();
        }
        String kind = item.text(KIND);
        boolean known =
                Arrays.stream(MailKind.values()).anyMatch(each -> each.name().equals(kind));
        return known ? new OutboxEntry.Waiting(read(id, item)) : new OutboxEntry.UnknownKind();
    }

    /**
     * Parks an intent, whatever else is on it: it stays and is not tried until an operator removes the mark. False if
     * it is gone.
     */
    public boolean park(MailId id, MailFailure why, Instant now) {
        ItemUpdate parked = ItemUpdate.none().set(PARKED_AT, now).set("parkedFor", why.reason());
        return table.commit(List.of(Write.update(id.key(), parked, Condition.present()))) == Commit.DONE;
    }

    /** Holds while a mail is to be sent. */
    static Write checkWaiting(MailId id) {
        return Write.check(id.key(), Condition.present().and(Condition.missing(PARKED_AT)));
    }

    /** The partition of a firm's mails. */
    public static String partition(FirmId firm) {
        return new MailId(firm, "any", MailPriority.BULK).key().pk();
    }

    /** A mail that was not sent, parked or of an unknown kind too, and what it is about. */
    public record Intended(MailId id, String reference) {}

    /** All mails of a firm that were not sent. */
    public static List<Intended> all(Table table, FirmId firm) {
        return Arrays.stream(MailPriority.values())
                .flatMap(priority -> table.list(partition(firm), priority.prefix + "#").stream())
                .map(item -> new Intended(MailId.of(item.key()), item.text("reference")))
                .toList();
    }

    static OutgoingMail read(MailId id, Item item) {
        return new OutgoingMail(
                id,
                MailKind.valueOf(item.text(KIND)),
                item.text("reference"),
                item.time("at"),
                new RequestSource(item.text("httpRequestId"), item.text("sourceIp"), item.optionalText("userAgent")),
                item.optionalNumber("number"),
                item.optionalText("amr"));
    }
}
