package dev.latchkey.mail;

import dev.latchkey.audit.Origin;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBuilder;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mails that are still to be sent. An intent is written in the transaction of what it tells of, the table's stream
 * wakes the sender, and the intent is deleted in the transaction that notes the sending. So it stands in the table
 * exactly as long as the mail may not have gone out, and has no time to live.
 */
public final class Outbox {

    private final Table table;

    public Outbox(Table table) {
        this.table = table;
    }

    public static Write intend(OutgoingMail mail) {
        ItemBuilder item = Item.at(mail.id().key())
                .text("kind", mail.kind().name())
                .text("reference", mail.reference())
                .time("at", mail.at())
                .text("httpRequestId", mail.origin().requestId())
                .text("sourceIp", mail.origin().sourceIp());
        Long number = mail.number();
        return Write.create((number == null ? item : item.number("number", number)).build());
    }

    /** The write that takes a mail off the list. */
    public static Write done(MailId id) {
        return Write.delete(id.key());
    }

    /** {@code null} for a mail that was sent already: streams deliver at least once. */
    public @Nullable OutgoingMail find(MailId id) {
        Item item = table.read(id.key());
        return item == null ? null : read(id, item);
    }

    /** Where those of a firm stand. */
    public static String partition(FirmId firm) {
        return new MailId(firm, "any").key().pk();
    }

    /** All of a firm that have not left. */
    public static List<OutgoingMail> all(Table table, FirmId firm) {
        return table.list(partition(firm), MailId.OUTBOX + "#").stream()
                .map(item -> read(MailId.of(item.key()), item))
                .toList();
    }

    static OutgoingMail read(MailId id, Item item) {
        return new OutgoingMail(
                id,
                MailKind.valueOf(item.text("kind")),
                item.text("reference"),
                item.time("at"),
                new Origin(item.text("httpRequestId"), item.text("sourceIp"), null),
                item.optionalNumber("number"));
    }
}
