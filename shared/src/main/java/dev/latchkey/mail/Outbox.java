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
 * The mails that are still to be sent. An intent is written in the transaction of what it tells of, the table's stream
 * brings it to the sender, and the intent is deleted in the transaction that notes the sending. So it stands in the table
 * exactly as long as the mail may not have gone out, and has no time to live. One that can't be sent is parked.
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

    /** The write that takes a mail off the list. */
    public static Write done(MailId id) {
        return Write.delete(id.key());
    }

    /** What stands there now. */
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
     * Marks an intent, whatever else is on it, so that it stays and is not tried until an operator takes the mark away.
     * False where it is gone.
     */
    public boolean park(MailId id, MailFailure why, Instant now) {
        ItemUpdate parked = ItemUpdate.none().set(PARKED_AT, now).set("parkedFor", why.reason());
        return table.commit(List.of(Write.update(id.key(), parked, Condition.present()))) == Commit.DONE;
    }

    /** Holds while a mail is still to be sent. */
    static Write checkWaiting(MailId id) {
        return Write.check(id.key(), Condition.present().and(Condition.missing(PARKED_AT)));
    }

    /** Where those of a firm stand. */
    public static String partition(FirmId firm) {
        return new MailId(firm, "any", MailPriority.BULK).key().pk();
    }

    /** A mail that has not left, parked ones and those of an unknown kind too, and what it is about. */
    public record Intended(MailId id, String reference) {}

    /** All of a firm that have not left. */
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
