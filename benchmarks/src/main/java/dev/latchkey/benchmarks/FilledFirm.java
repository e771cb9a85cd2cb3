package dev.latchkey.benchmarks;

import dev.latchkey.account.AccountItem;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.local.table.TableCreator;
import dev.latchkey.magiclink.LastLink;
import dev.latchkey.report.ClientCounts;
import dev.latchkey.store.Key;
import dev.latchkey.totp.AuthenticatorItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A firm's clients, written straight into the table as large as ours are on the roll. Of twenty contacts one is archived, one
 * shares another's address, ten have accounts, three of these an app, half a last link, and mail to one comes back.
 */
final class FilledFirm {

    private static final int BATCH = 25;
    private static final int KINDS = 20;
    private static final int WITH_ACCOUNT = 10;
    private static final int WITH_APP = 3;
    private static final int BOUNCES = 5;
    private static final int SHARES = 18;
    private static final int ARCHIVED = 19;

    private static final String SUBJECT = "s".repeat(22);
    private static final AttributeValue TIME = AttributeValue.fromN("1767225600000");

    private final DynamoDbClient dynamo;
    private final FirmId firm;
    private final List<WriteRequest> waiting = new ArrayList<>();

    private FilledFirm(DynamoDbClient dynamo, FirmId firm) {
        this.dynamo = dynamo;
        this.firm = firm;
    }

    /** The firm itself, which a report tells of no contact without. */
    private void firm() {
        Key key = Firm.key(firm);
        Map<String, AttributeValue> item =
                Map.of("pk", text(key.pk()), "sk", text(key.sk()), "name", text("Bench"), "plan", text("BUSINESS"));
        dynamo.putItem(put -> put.tableName(TableCreator.TABLE).item(item));
    }

    /** Gives what a census must count. */
    static ClientCounts write(DynamoDbClient dynamo, FirmId firm, int contacts) {
        FilledFirm filled = new FilledFirm(dynamo, firm);
        filled.firm();
        for (int contact = 0; contact < contacts; contact++) {
            filled.add(contact);
        }
        filled.send();
        long times = contacts / KINDS;
        return new ClientCounts(times * (KINDS - 1), times * WITH_ACCOUNT, times * WITH_APP, times);
    }

    private void add(int number) {
        int kind = number % KINDS;
        Email email = new Email("client." + (kind == SHARES ? number - SHARES : number) + "@mail.example.com");
        Principal principal = Principal.of(firm, email);
        AttributeValue row =
                AttributeValue.fromM(Map.of("address", text(email.address()), "generation", text("g".repeat(22))));
        ContactId id = id(number);
        Map<String, AttributeValue> contact = Map.of(
                "state", text(kind == ARCHIVED ? "ARCHIVED" : "LIVE"),
                "emails", AttributeValue.fromL(List.of(row)),
                "version", AttributeValue.fromN("1"),
                "type", text("PERSON"),
                "name", text(UUID.randomUUID() + " " + number),
                "subject", text(SUBJECT));
        put(ContactItem.key(firm, id), contact);
        if (kind % 2 == 0) {
            put(
                    LastLink.key(firm, id),
                    Map.of("link", text("l".repeat(60)), "sentAt", TIME, "requestId", text("r-" + number)));
        }
        if (kind != SHARES) {
            put(AddressItem.key(firm, principal), address(email, number));
        }
        if (kind < WITH_ACCOUNT) {
            put(
                    AccountItem.key(firm, principal),
                    Map.of(
                            "subject", text(SUBJECT),
                            "passwordHash",
                                    text("$argon2id$v=19$m=19456,t=2,p=1$" + "s".repeat(22) + "$" + "h".repeat(43)),
                            "passwordVersion", AttributeValue.fromN("1"),
                            "createdAt", TIME,
                            "lastLoginAt", AttributeValue.fromN(Long.toString(1_767_225_600_000L + number)),
                            "lastLoginAmr", text("pwd otp")));
        }
        if (kind < WITH_APP) {
            put(
                    AuthenticatorItem.key(firm, principal),
                    Map.of(
                            "id", text("i".repeat(22)),
                            "secret", text("e".repeat(200)),
                            "createdAt", TIME,
                            "lastStep", AttributeValue.fromN("1"),
                            "codesLeft", AttributeValue.fromN("9")));
        }
    }

    /** An address of an archived contact is on none. */
    private static Map<String, AttributeValue> address(Email email, int number) {
        int kind = number % KINDS;
        Map<String, AttributeValue> item = new HashMap<>(Map.of("email", text(email.address())));
        if (kind == BOUNCES) {
            item.put("undeliverableSince", TIME);
        }
        if (kind != ARCHIVED) {
            List<Integer> contacts = kind == 0 ? List.of(number, number + SHARES) : List.of(number);
            item.put("generation", text("g".repeat(22)));
            item.put("subject", text(SUBJECT));
            item.put("contacts", AttributeValue.fromN(Integer.toString(contacts.size())));
            contacts.forEach(
                    contact -> item.put("on:" + id(contact).value(), text(SUBJECT + ".PERSON.Client " + contact)));
        }
        return item;
    }

    private static ContactId id(int number) {
        return new ContactId("contact-" + number);
    }

    private void put(Key key, Map<String, AttributeValue> rest) {
        Map<String, AttributeValue> item = new HashMap<>(rest);
        item.put("pk", text(key.pk()));
        item.put("sk", text(key.sk()));
        item.put(ClientIndex.INDEX, text(ClientIndex.of(firm)));
        waiting.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
        if (waiting.size() == BATCH) {
            send();
        }
    }

    private void send() {
        Map<String, List<WriteRequest>> left =
                waiting.isEmpty() ? Map.of() : Map.of(TableCreator.TABLE, List.copyOf(waiting));
        waiting.clear();
        while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> some = left;
            left = dynamo.batchWriteItem(batch -> batch.requestItems(some)).unprocessedItems();
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
