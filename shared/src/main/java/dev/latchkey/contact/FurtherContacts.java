package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The contacts of an address beyond those that are listed in its item: each has a row next to it. */
public final class FurtherContacts {

    private static final String ROW = "on";
    private static final String LISTED = "listed";

    private final Table table;

    public FurtherContacts(Table table) {
        this.table = table;
    }

    /**
     * All contacts that a recipient reaches, the listed ones first. One Query if there are more than are listed.
     *
     * @param most at most this many
     */
    public List<ContactSummary> all(Recipient recipient, int most) {
        List<ContactSummary> listed = recipient.contacts();
        Email email = recipient.address().email();
        if (email == null || recipient.contactCount() <= listed.size()) {
            return listed;
        }
        return Stream.concat(listed.stream(), of(recipient.firm(), email, most - listed.size()).stream())
                .toList();
    }

    /** The first of them, in the order of their ids. One Query. */
    List<ContactSummary> of(FirmId firm, Email email, int most) {
        String partition = AddressItem.key(firm, email).pk();
        return table.first(partition, ROW + "#", LISTED, most).stream()
                .map(FurtherContacts::read)
                .toList();
    }

    private static ContactSummary read(Item row) {
        String sortKey = row.key().sk();
        return ContactSummary.read(new ContactId(sortKey.substring(sortKey.indexOf('#') + 1)), row.text(LISTED));
    }

    /** Fails if it has one. */
    static Write add(FirmId firm, Email email, ContactSummary contact) {
        return Write.put(row(firm, email, contact), Condition.missing(LISTED));
    }

    /** Fails if it has none. */
    static Write replace(FirmId firm, Email email, ContactSummary contact) {
        return Write.put(row(firm, email, contact), Condition.exists(LISTED));
    }

    /**
     * Empties the row, which DynamoDB then cleans up: the consumer of directory events may delete nothing. Fails if
     * there is none.
     */
    static Write remove(FirmId firm, Email email, ContactId contact, Instant now) {
        return Write.update(
                key(firm, email, contact), ItemUpdate.none().remove(LISTED).timeToLive(now), Condition.exists(LISTED));
    }

    private static Item row(FirmId firm, Email email, ContactSummary contact) {
        return Item.at(key(firm, email, contact.contact()))
                .text(LISTED, contact.text())
                .build();
    }

    private static Key key(FirmId firm, Email email, ContactId contact) {
        return Principal.of(firm, email).key(firm, ROW, contact.value());
    }
}
