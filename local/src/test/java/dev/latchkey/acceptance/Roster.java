package dev.latchkey.acceptance;

import dev.latchkey.account.AccountItem;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.report.ClientCounts;
import dev.latchkey.store.Key;
import dev.latchkey.totp.AuthenticatorItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Thousands of contacts, written straight into the table: ten of ten kinds, and again. Their addresses and generations are
 * long ones, so that few fill a page.
 */
final class Roster {

    static final ClientCounts OF_TEN = new ClientCounts(8, 4, 2, 2);

    private static final int BATCH = 25;
    private static final String LONG = "@" + ("x".repeat(50) + ".").repeat(4) + "example.com";

    private final FirmId firm;
    private final List<WriteRequest> writes = new ArrayList<>();

    private Roster(FirmId firm) {
        this.firm = firm;
    }

    /** Writes so many times ten contacts. */
    static void write(World world, FirmId firm, int tens) {
        Roster roster = new Roster(firm);
        for (int ten = 0; ten < tens; ten++) {
            roster.ten("c" + ten);
        }
        for (int from = 0; from < roster.writes.size(); from += BATCH) {
            List<WriteRequest> some = roster.writes.subList(from, Math.min(from + BATCH, roster.writes.size()));
            if (!world.table()
                    .batchWriteItem(batch -> batch.requestItems(Map.of("latchkey", some)))
                    .unprocessedItems()
                    .isEmpty()) {
                throw new IllegalStateException("the table left items unwritten");
            }
        }
    }

    private void ten(String name) {
        contact(name + "-enrolled", "LIVE", enrolled(address(name + "-a")));
        contact(name + "-shares", "LIVE", account(address(name + "-b")));
        contact(name + "-shares-too", "LIVE", email(name + "-b"));
        contact(name + "-bounces", "LIVE", account(address(name + "-c", "undeliverableSince")));
        contact(name + "-bounces-without", "LIVE", address(name + "-d", "undeliverableSince"));
        contact(name + "-without", "LIVE", address(name + "-e"));
        contact(name + "-archived", "ARCHIVED", enrolled(address(name + "-f", "undeliverableSince")));
        contact(name + "-kept-out", "LIVE", enrolled(address(name + "-g", "deactivatedAt")));
        contact(name + "-deleted", "DELETED");
        contact(name + "-two", "LIVE", address(name + "-h"), enrolled(address(name + "-i")));
    }

    private void contact(String id, String state, Email... emails) {
        List<AttributeValue> rows = Stream.of(emails)
                .map(email -> AttributeValue.fromM(Map.of(
                        "address", AttributeValue.fromS(email.address()),
                        "generation", AttributeValue.fromS("g".repeat(600)))))
                .toList();
        put(
                ContactItem.key(firm, new ContactId(id)),
                Map.of("state", AttributeValue.fromS(state), "emails", AttributeValue.fromL(rows)));
    }

    private Email address(String name, String... marks) {
        Email email = email(name);
        Map<String, AttributeValue> item = new HashMap<>(Map.of("email", AttributeValue.fromS(email.address())));
        Stream.of(marks).forEach(mark -> item.put(mark, AttributeValue.fromN("1")));
        put(AddressItem.key(firm, email), item);
        return email;
    }

    private Email account(Email email) {
        put(AccountItem.key(firm, Principal.of(firm, email)), Map.of());
        return email;
    }

    private Email enrolled(Email email) {
        put(AuthenticatorItem.key(firm, Principal.of(firm, email)), Map.of());
        return account(email);
    }

    private static Email email(String name) {
        return new Email(name + LONG);
    }

    private void put(Key key, Map<String, AttributeValue> rest) {
        Map<String, AttributeValue> item = new HashMap<>(rest);
        item.put("pk", AttributeValue.fromS(key.pk()));
        item.put("sk", AttributeValue.fromS(key.sk()));
        item.put(ClientIndex.INDEX, AttributeValue.fromS(ClientIndex.of(firm)));
        writes.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
    }
}
