package dev.latchkey.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.Roll;
import dev.latchkey.house.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What template.yaml must say, whatever else it says. */
class DeployedTemplateTest {

    private static final Map<?, ?> RESOURCES =
            map(CloudFormationYaml.load(Repository.file("template.yaml")).get("Resources"));

    @Test
    void nothingIsAllowedOnEverything_andNoActionIsAWildcard() {
        List<Map<?, ?>> allowed = new ArrayList<>();
        RESOURCES.forEach((name, resource) -> {
            if (!text(map(resource).get("Type")).equals("AWS::KMS::Key")) {
                statements(resource, allowed);
            }
        });
        assertThat(allowed).hasSizeGreaterThan(10);
        for (Map<?, ?> statement : allowed) {
            assertThat(texts(statement.get("Resource"))).doesNotContain("*");
            assertThat(texts(statement.get("Action"))).isNotEmpty().noneMatch(action -> action.contains("*"));
            assertThat(texts(statement.get("Action"))).doesNotContain("dynamodb:Scan", "dynamodb:DeleteTable");
        }
    }

    /** What left the directory stays in the table, as a tombstone or a generation that ended. */
    @Test
    void whatTakesTheDirectorysEvents_mayDeleteNothing() {
        List<Map<?, ?>> allowed = new ArrayList<>();
        statements(properties("DirectorySyncFunction"), allowed);
        assertThat(allowed)
                .isNotEmpty()
                .allSatisfy(
                        statement -> assertThat(texts(statement.get("Action"))).doesNotContain("dynamodb:DeleteItem"));
    }

    @Test
    void theTableAndTheSigningKey_areKeptWhateverHappensToTheStack() {
        for (String kept : List.of("Table", "SigningKey")) {
            assertThat(map(RESOURCES.get(kept)).get("DeletionPolicy")).isEqualTo("Retain");
            assertThat(map(RESOURCES.get(kept)).get("UpdateReplacePolicy")).isEqualTo("Retain");
        }
        Map<?, ?> table = properties("Table");
        assertThat(table.get("DeletionProtectionEnabled")).isEqualTo(true);
        assertThat(map(table.get("PointInTimeRecoverySpecification")).get("PointInTimeRecoveryEnabled"))
                .isEqualTo(true);
        assertThat(map(table.get("SSESpecification")).get("SSEEnabled")).isEqualTo(true);
        assertThat(map(table.get("TimeToLiveSpecification")).get("AttributeName"))
                .isEqualTo("ttl");
        assertThat(map(table.get("StreamSpecification")).get("StreamViewType")).isEqualTo("KEYS_ONLY");
    }

    /** What an index doesn't have, no query of it may ask for. */
    @Test
    void theRoll_isTheOnlyIndex_andHasAllThatIsReadOfIt() {
        List<?> indexes = (List<?>) Objects.requireNonNull(properties("Table").get("GlobalSecondaryIndexes"));
        assertThat(indexes).hasSize(1);
        Map<?, ?> roll = map(indexes.getFirst());
        assertThat(roll.get("IndexName")).isEqualTo(Roll.INDEX);
        assertThat(text(roll.get("KeySchema")))
                .isEqualTo("[{AttributeName=roll, KeyType=HASH}, {AttributeName=pk, KeyType=RANGE}]");
        assertThat(text(map(roll.get("Projection")).get("ProjectionType"))).isEqualTo("INCLUDE");
        assertThat(texts(map(roll.get("Projection")).get("NonKeyAttributes"))).isEqualTo(Roll.FACTS);
        assertThat(Roll.FACTS).as("an index takes no more").hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void whatRunsByItself_hasAFailureDestination() {
        assertThat(map(properties("DirectorySyncFunction").get("EventInvokeConfig"))
                        .toString())
                .contains("OnFailure");
        Map<?, ?> outbox =
                map(map(map(properties("MailSenderFunction").get("Events")).get("Outbox"))
                        .get("Properties"));
        assertThat(map(outbox.get("DestinationConfig")).toString()).contains("OnFailure");
        assertThat(outbox.get("FunctionResponseTypes")).isEqualTo(List.of("ReportBatchItemFailures"));
    }

    @Test
    void noOriginIsAWildcard_andMailRequiresTls() {
        assertThat(text(properties("Api").get("CorsConfiguration"))).doesNotContain("*");
        assertThat(properties("MailRules").toString()).contains("TlsPolicy=REQUIRE");
    }

    private static void statements(@Nullable Object node, List<Map<?, ?>> allowed) {
        if (node instanceof Map<?, ?> map) {
            if ("Allow".equals(map.get("Effect")) && map.containsKey("Resource") && !map.containsKey("Principal")) {
                allowed.add(map);
            }
            map.values().forEach(value -> statements(value, allowed));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> statements(value, allowed));
        }
    }

    private static Map<?, ?> properties(String resource) {
        return map(map(RESOURCES.get(resource)).get("Properties"));
    }

    private static List<String> texts(@Nullable Object node) {
        return node instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(String.valueOf(node));
    }

    private static String text(@Nullable Object node) {
        return String.valueOf(node);
    }

    private static Map<?, ?> map(@Nullable Object node) {
        return (Map<?, ?>) Objects.requireNonNullElse(node, Map.of());
    }
}
