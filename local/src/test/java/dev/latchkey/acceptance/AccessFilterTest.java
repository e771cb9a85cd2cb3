package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the pages of a large firm cost: as much as they show, whatever they pass over. */
class AccessFilterTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final Reports reports = new Reports(firm);

    @Test
    void aPageOfAStatus_readsTheContactsThatItShows_andNotThoseItPassesOver() {
        TestFirm small = world.firm();
        WrittenContacts.write(small, 20, "LIVE");
        WrittenContacts.write(firm, 2_000, "LIVE");
        for (TestFirm each : List.of(small, firm)) {
            for (String id : List.of("c3001", "c3002", "c3003")) {
                keptOut(each, id);
            }
        }
        Map<String, Integer> ofFew = callsOf(small);
        Map<String, Integer> ofMany = callsOf(firm);
        assertThat(ofMany)
                .isEqualTo(ofFew)
                .containsOnly(entry("GetItem", 1), entry("Query", 1), entry("BatchGetItem", 2));
        assertThat(ids(reports.all("status=DEACTIVATED", 1))).containsExactly("c3001", "c3002", "c3003");
    }

    private static Map<String, Integer> callsOf(TestFirm firm) {
        JsonNode before = firm.world().calls();
        Answer page = new Reports(firm).list("status=DEACTIVATED&limit=2");
        Map<String, Integer> calls = Costs.between(before, firm.world().calls());
        assertThat(ids(page)).containsExactly("c3001", "c3002");
        assertThat(page.body().path("nextCursor").isTextual()).isTrue();
        return calls;
    }

    @Test
    void noPageIsEmpty_whileThereIsMore() {
        WrittenContacts.write(firm, 2_300, "DELETED");
        firm.contact("d1", 1).contact("d2", 1);
        Answer page = reports.list("limit=1");
        assertThat(ids(page)).containsExactly("d1");
        assertThat(ids(reports.all("", 1))).containsExactly("d1", "d2");
        assertThat(ids(reports.all("status=NO_ACCOUNT", 1))).containsExactly("d1", "d2");
        assertThat(reports.list("status=ACTIVE").text()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    /** What the index said is a moment old by the time that the contact itself is read. */
    @Test
    void whoHasTheStatusNoMore_whenItIsRead_isNotListedByIt() throws Exception {
        keptOut(firm, "c1");
        keptOut(firm, "c2");
        world.fault("dynamodb", "BatchGetItem", "HANG", 1, "before");
        JsonNode before = world.calls();
        CompletableFuture<Answer> page = CompletableFuture.supplyAsync(
                () -> reports.list("status=DEACTIVATED"), Executors.newVirtualThreadPerTaskExecutor());
        await().until(() -> Costs.between(before, world.calls()).containsKey("BatchGetItem"));
        world.table()
                .updateItem(update ->
                        update.tableName("latchkey").key(addressKey("c1")).updateExpression("REMOVE deactivatedAt"));
        assertThat(ids(page.get())).containsExactly("c2");
    }

    private Map<String, AttributeValue> addressKey(String id) {
        Key key = AddressItem.key(new FirmId(firm.id()), new Email(id + "@kept-out.example.com"));
        return Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()));
    }

    /** A contact whose one address is deactivated. */
    private static void keptOut(TestFirm firm, String id) {
        Email email = new Email(id + "@kept-out.example.com");
        firm.contact(id, 1, email.address());
        TableHand.set(
                firm.world(),
                AddressItem.key(new FirmId(firm.id()), email),
                "deactivatedAt",
                AttributeValue.fromN("1"));
    }

    private static List<String> ids(Answer page) {
        return ids(page.body().path("items").valueStream().toList());
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("contactId").asText()).toList();
    }
}
