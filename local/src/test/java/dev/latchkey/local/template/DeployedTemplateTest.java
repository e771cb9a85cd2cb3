package dev.latchkey.local.template;

import static dev.latchkey.local.template.Deployed.RESOURCES;
import static dev.latchkey.local.template.Deployed.map;
import static dev.latchkey.local.template.Deployed.properties;
import static dev.latchkey.local.template.Deployed.text;
import static dev.latchkey.local.template.Deployed.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.ClientIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What template.yaml must say, whatever else it says. */
class DeployedTemplateTest {

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
        statements(properties("DirectorySyncRole"), allowed);
        assertThat(allowed)
                .isNotEmpty()
                .allSatisfy(
                        statement -> assertThat(texts(statement.get("Action"))).doesNotContain("dynamodb:DeleteItem"));
    }

    /** What an index doesn't have, no query of it may ask for. */
    @Test
    void theRoll_isTheOnlyIndex_andHasAllThatIsReadOfIt() {
        List<?> indexes = (List<?>) Objects.requireNonNull(properties("Table").get("GlobalSecondaryIndexes"));
        assertThat(indexes).hasSize(1);
        Map<?, ?> roll = map(indexes.getFirst());
        assertThat(roll.get("IndexName")).isEqualTo(ClientIndex.INDEX);
        assertThat(text(roll.get("KeySchema")))
                .isEqualTo("[{AttributeName=roll, KeyType=HASH}, {AttributeName=pk, KeyType=RANGE}]");
        assertThat(text(map(roll.get("Projection")).get("ProjectionType"))).isEqualTo("INCLUDE");
        assertThat(texts(map(roll.get("Projection")).get("NonKeyAttributes"))).isEqualTo(ClientIndex.FACTS);
        assertThat(ClientIndex.FACTS).as("an index takes no more").hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void eachParameter_isExplained_andOneThatIsTypedSaysWhatIsMissing() {
        Map<?, ?> parameters = map(Deployed.TEMPLATE.get("Parameters"));
        assertThat(parameters).hasSizeGreaterThan(15);
        parameters.forEach((name, each) -> {
            Map<?, ?> declared = map(each);
            assertThat(text(declared.get("Description"))).as(text(name)).endsWith(".");
            assertThat(declared.keySet().stream().map(Deployed::text))
                    .as(text(name))
                    .containsAnyOf("AllowedPattern", "AllowedValues", "MinLength", "MinValue");
            assertThat(declared.containsKey("ConstraintDescription"))
                    .as(text(name))
                    .isEqualTo(declared.containsKey("AllowedPattern"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "https://api.pwnedpasswords.com, true",
        "https://ranges.example.com:8443/own/copy, true",
        "http://ranges.example.com, false",
        "https://api.pwnedpasswords.com/, false",
        "https://user:secret@ranges.example.com, false",
        "https://ranges.example.com?key=secret, false",
        "https://ranges.example.com#there, false"
    })
    void theRangeServiceOfBreachedPasswords_isAskedByHttps_andByDefaultThereIsNone(String address, boolean fits) {
        Map<?, ?> declared = map(map(Deployed.TEMPLATE.get("Parameters")).get("BreachedPasswordsUrl"));
        assertThat(declared.get("Default")).isEqualTo("");
        assertThat(address.matches(text(declared.get("AllowedPattern")))).isEqualTo(fits);
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
}
