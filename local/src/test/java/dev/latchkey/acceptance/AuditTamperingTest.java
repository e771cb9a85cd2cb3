package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.local.template.Deployed;
import dev.latchkey.local.template.LogPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whoever changes or removes an event of the trail, past the product, is seen, and what the event said can be had. */
class AuditTamperingTest {

    private static final String TABLE = "latchkey";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final LogPattern TAMPERED =
            Objects.requireNonNull(Deployed.logPatterns().get("TamperedAuditEvents"));

    private final World world = World.get();
    private final TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());

    @Test
    void anEventThatSomebodyChanges_isLoggedAsItWas() {
        isSeen("MODIFY", (table, event) -> update(table, event, "actorId", AttributeValue.fromS("somebody-else")));
    }

    @Test
    void anEventThatIsGivenATimeToLive_isLoggedAsItWas() {
        isSeen("MODIFY", (table, event) -> update(table, event, "ttl", AttributeValue.fromN("1")));
    }

    @Test
    void anEventThatSomebodyDeletes_isLoggedAsItWas() {
        isSeen(
                "REMOVE",
                (table, event) ->
                        table.deleteItem(delete -> delete.tableName(TABLE).key(key(event))));
    }

    /** Functions may put items, as they add to the trail so; with a function's identity this is what is left to do. */
    @Test
    void anEventThatAFunctionOverwrites_isLoggedAsItWas() {
        isSeen("MODIFY", (table, event) -> {
            Map<String, AttributeValue> other = new HashMap<>(event);
            other.put("type", AttributeValue.fromS("settings.changed"));
            try (DynamoDbClient function = TableDump.client(world.aws(), "LogInFunction")) {
                function.putItem(put -> put.tableName(TABLE).item(other));
            }
        });
    }

    /** An erasure puts a pseudonym in; what happened, when and until when it is kept stay, and whoever changes that is no erasure. */
    @ParameterizedTest
    @ValueSource(strings = {"id", "at", "type", "outcome", "actorKind", "ttl"})
    void anEventThatLooksErased_butLostWhatAnErasureLeaves_isLoggedAsItWas(String lost) {
        isSeen("MODIFY", (table, event) -> {
            Map<String, AttributeValue> other = new HashMap<>(event);
            other.put("erasedAt", AttributeValue.fromN("1"));
            other.put(lost, AttributeValue.fromN("1"));
            table.putItem(put -> put.tableName(TABLE).item(other));
        });
    }

    /** A record that can't be read would hide what was done. */
    @Test
    void anEventThatIsOverwrittenBySomethingOdd_isLoggedAsItWas() {
        AttributeValue deep = AttributeValue.fromS("x");
        for (int i = 0; i < 30; i++) {
            deep = AttributeValue.fromM(Map.of("deeper", deep));
        }
        AttributeValue odd = deep;
        isSeen("MODIFY", (table, event) -> {
            Map<String, AttributeValue> other = new HashMap<>(key(event));
            other.put("odd", odd);
            table.putItem(put -> put.tableName(TABLE).item(other));
        });
    }

    @Test
    void whatTheProductItselfDoes_isNoChangeOfTheTrail() {
        int logged = world.logs().length();
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        firm.refresh(session.text("/refreshToken"));
        firm.delete("c1", 2);
        update(world.table(), event(), "ttl", AttributeValue.fromN("1"));
        await().atMost(LONGEST).until(() -> !tampered(logged).isEmpty());
        assertThat(tampered(logged)).as("the one made here, and none before it").hasSize(1);
    }

    @Test
    void whatDynamoDbRemovesBecauseItsTimeHasCome_isNoTampering() throws Throwable {
        assertThat(loggedOn("expired")).isEmpty();
        assertThat(loggedOn("removed")).contains("audit_event_tampered");
    }

    private String loggedOn(String event) throws Throwable {
        byte[] sent = new EventFile("AuditTamperingFunction/" + event + ".json")
                .text()
                .getBytes(StandardCharsets.UTF_8);
        return Logs.during(() -> world.function("AuditTamperingFunction").invoke(sent));
    }

    private void isSeen(String change, BiConsumer<DynamoDbClient, Map<String, AttributeValue>> hand) {
        firm.mailed("c1", "r1");
        Map<String, AttributeValue> event = event();
        int logged = world.logs().length();
        hand.accept(world.table(), event);
        await().atMost(LONGEST).until(() -> !tampered(logged).isEmpty());
        JsonNode line = tampered(logged).getFirst();
        assertThat(line.path("change").asText()).isEqualTo(change);
        for (String part : List.of("pk", "sk")) {
            assertThat(line.path(part).asText()).isEqualTo(text(event, part));
        }
        for (String said : List.of("id", "type", "outcome", "actorKind", "actorId", "httpRequestId", "sourceIp")) {
            assertThat(line.path("before").path(said).path("S").asText()).isEqualTo(text(event, said));
        }
        assertThat(line.at("/before/contactIds/SS/0").asText()).isEqualTo("c1");
        assertThat(line.at("/before/at/N").asText())
                .isEqualTo(Objects.requireNonNull(event.get("at")).n());
        assertThat(line.at("/before/detail/L").size()).isEqualTo(1);
    }

    private Map<String, AttributeValue> event() {
        return TableDump.items(world, "begins_with(pk, :part)", firm.id() + "#audit#")
                .getFirst();
    }

    private List<JsonNode> tampered(int logged) {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : world.logs().since(logged).lines().toList()) {
            if (TAMPERED.matches(line) && line.contains(firm.id())) {
                lines.add(read(line));
            }
        }
        return lines;
    }

    private static JsonNode read(String line) {
        try {
            return Api.JSON.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void update(
            DynamoDbClient table, Map<String, AttributeValue> event, String name, AttributeValue value) {
        table.updateItem(update -> update.tableName(TABLE)
                .key(key(event))
                .updateExpression("SET #name = :value")
                .expressionAttributeNames(Map.of("#name", name))
                .expressionAttributeValues(Map.of(":value", value)));
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> event) {
        return Map.of("pk", AttributeValue.fromS(text(event, "pk")), "sk", AttributeValue.fromS(text(event, "sk")));
    }

    private static String text(Map<String, AttributeValue> event, String name) {
        return Objects.requireNonNull(event.get(name)).s();
    }
}
