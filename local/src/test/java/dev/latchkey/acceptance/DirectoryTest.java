package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Order(2)
class DirectoryTest {

    private final World world = World.impatient();
    private final TestFirm firm = world.firm();
    private final String first = TestFirm.address();
    private final String second = TestFirm.address();

    @Test
    void anEventThatComesTwice_changesNothing() {
        firm.contact("c1", 1, first);
        String before = firm.table();
        firm.contact("c1", 1, first);
        firm.contact("c1", 1, second);
        assertThat(firm.table()).isEqualTo(before);
    }

    @Test
    void eventsOutOfOrder_endInTheNewestState() {
        firm.contact("c1", 3, second);
        firm.contact("c1", 1, first);
        firm.contact("c1", 2, first);
        assertThat(firm.send("c1", "r1").text("/email")).isEqualTo(second);
        firm.delete("c2", 5);
        firm.contact("c2", 4, first);
        assertThat(firm.send("c2", "r1").code()).isEqualTo("not-found");
        firm.contact("c2", 6, first);
        assertThat(firm.send("c2", "r1").status()).isEqualTo(202);
    }

    @Test
    void aContactWhoseFirmIsNotKnownYet_isKeptUntilItIs() {
        String id = "f" + first.substring(1, 9);
        TestFirm unknown = new TestFirm(world, id);
        unknown.contact("c1", 1, first);
        assertThat(unknown.send("c1", "r1").code()).isEqualTo("not-found");
        world.event("firm.upserted", Map.of("firmId", id, "version", 1, "name", "Late", "plan", "TEAM"));
        assertThat(unknown.send("c1", "r1").status()).isEqualTo(202);
    }

    @Test
    void anOlderFirmEvent_isIgnored() {
        world.event("firm.upserted", Map.of("firmId", firm.id(), "version", 9, "name", "New", "plan", "TEAM"));
        world.event("firm.upserted", Map.of("firmId", firm.id(), "version", 8, "name", "Old", "plan", "TEAM"));
        firm.contact("c1", 1, first);
        assertThat(firm.inspect(firm.mailed("c1", "r1").token()).text("/firm/name"))
                .isEqualTo("New");
    }

    @Test
    @Tag("crowd")
    void twentyEventsOfOneContactAtOnce_endInTheNewest() {
        Race.of(20, runner -> world.tryEvent("contact.upserted", detail(runner + 1)));
        assertThat(firm.send("c1", "r1").text("/email")).isEqualTo("v20@example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version | null",
                "version | \"2\"",
                "version | 1.5",
                "version | -1",
                "firmId | \"a#b\"",
                "firmId | null",
                "contactId | \"\"",
                "contactId | \"c1#contact\"",
                "contactId | null"
            })
    void anEventThatDoesNotTellWhomItIsAbout_isRefusedByTheFieldThatIsWrong_andChangesNothing(
            String field, String value) throws Exception {
        String before = firm.table();
        ObjectNode detail = Api.JSON.valueToTree(detail(1));
        JsonNode wrong = Api.JSON.readTree(value);
        if (wrong.isNull()) {
            detail.remove(field);
        } else {
            detail.set(field, wrong);
        }
        int logged = world.logs().length();
        Answer answer = world.tryEvent("contact.upserted", detail);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(firm.table()).isEqualTo(before);
        assertThat(world.logs().since(logged))
                .contains("\"message\":\"directory_event_rejected\"", "\"field\":\"" + field + "\"");
    }

    @Test
    void anEventThatHangs_cannotOverwriteANewerOne() throws Exception {
        world.event("contact.upserted", detail(1));
        int commits = world.quietCalls().at("/dynamodb/TransactWriteItems").asInt();
        world.fault("dynamodb", "TransactWriteItems", "HANG", 1, "before");
        CompletableFuture<Answer> slow =
                CompletableFuture.supplyAsync(() -> world.tryEvent("contact.upserted", detail(2)));
        await().until(() -> world.calls().at("/dynamodb/TransactWriteItems").asInt() > commits);
        world.event("contact.upserted", detail(3));
        assertThat(slow.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(firm.send("c1", "r1").text("/email")).isEqualTo("v3@example.com");
    }

    @Test
    void aFieldThatWeDoNotKnow_isLetBe() {
        ObjectNode detail = Api.JSON.valueToTree(detail(1));
        detail.put("colour", "green");
        assertThat(world.tryEvent("contact.upserted", detail).status()).isEqualTo(200);
    }

    @Test
    void anOutageOfTheTable_losesNoEvent() {
        world.fault("dynamodb", "BatchGetItem", "InternalServerError", 3, "before");
        firm.contact("c1", 1, first);
        world.noFaults();
        assertThat(firm.send("c1", "r1").status()).isEqualTo(202);
    }

    private Map<String, Object> detail(int version) {
        return Map.of(
                "firmId",
                firm.id(),
                "contactId",
                "c1",
                "version",
                version,
                "type",
                "PERSON",
                "name",
                "C",
                "emails",
                List.of("v" + version + "@example.com"),
                "archived",
                false);
    }
}
