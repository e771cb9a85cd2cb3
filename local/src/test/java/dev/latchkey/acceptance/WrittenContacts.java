package dev.latchkey.acceptance;

import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Many contacts without an address, written straight into the table: there may be more of them than events would bring in time. */
final class WrittenContacts {

    private static final int AT_ONCE = 25;
    private static final int LARGE = 10_000;

    private WrittenContacts() {}

    /** So many, from {@code c1000} on. */
    static void write(TestFirm firm, int many, String state) {
        SortedMap<String, String> names = new TreeMap<>();
        IntStream.range(1_000, 1_000 + many).forEach(number -> names.put("c" + number, "Client " + number));
        write(firm, names, state);
    }

    /** Contacts in use of these names, from {@code c1000} on. */
    static void write(TestFirm firm, List<String> names) {
        SortedMap<String, String> byId = new TreeMap<>();
        names.forEach(name -> byId.put("c" + (1_000 + byId.size()), name));
        write(firm, byId, "LIVE");
    }

    private static void write(TestFirm firm, SortedMap<String, String> names, String state) {
        FirmId id = new FirmId(firm.id());
        List<WriteRequest> writes = names.entrySet().stream()
                .map(contact -> write(id, contact.getKey(), contact.getValue(), state))
                .toList();
        int most = names.values().stream().anyMatch(name -> name.length() > LARGE) ? 1 : AT_ONCE;
        for (int from = 0; from < writes.size(); from += most) {
            List<WriteRequest> some = writes.subList(from, Math.min(from + most, writes.size()));
            firm.world().table().batchWriteItem(batch -> batch.requestItems(Map.of("latchkey", some)));
        }
    }

    private static WriteRequest write(FirmId firm, String contact, String name, String state) {
        Key key = ContactItem.key(firm, new ContactId(contact));
        Map<String, AttributeValue> item = Map.of(
                "pk",
                text(key.pk()),
                "sk",
                text(key.sk()),
                ClientIndex.INDEX,
                text(ClientIndex.of(firm)),
                "state",
                text(state),
                "version",
                AttributeValue.fromN("1"),
                "type",
                text("PERSON"),
                "subject",
                text("s"),
                "name",
                text(name));
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
