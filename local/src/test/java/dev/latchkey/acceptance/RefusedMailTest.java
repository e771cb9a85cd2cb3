package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.local.template.Deployed;
import dev.latchkey.local.template.LogPattern;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RefusedMailTest {

    private static final int REFUSALS_UNTIL_PARKED = 20;
    private static final LogPattern PARKED =
            Objects.requireNonNull(Deployed.logPatterns().get("ParkedMail"));

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);

    private long minutes;

    @Test
    void aMailThatIsRefusedAgainAndAgain_leavesTheWayFree_staysInTheOutbox_andCanBeSentAgain() {
        world.fault("ses", "SendEmail", "MessageRejected", REFUSALS_UNTIL_PARKED, "before");
        int logged = world.logs().length();
        Answer refused = firm.send("c1", "r1");
        await().atMost(Duration.ofMinutes(3)).until(() -> isParkedAfterAnotherMinute(logged));
        TestFirm other = world.firm().contact("c1", 1, TestFirm.address());
        assertThat(other.mailed("c1", "r1").urls()).hasSize(1);
        assertThat(world.mailbox(address)).isEmpty();
        unpark();
        Mail mail = firm.mail(address, refused.text("/linkId"));
        assertThat(firm.redeem(mail.token(), TestFirm.device()).status()).isEqualTo(200);
        firm.settled();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDenied", "ExpiredToken"})
    void aRefusalOfWhoAsks_isNoneOfTheMail(String error) {
        world.fault("ses", "SendEmail", error, 3, "before");
        assertThat(firm.mailed("c1", "r1").urls()).hasSize(1);
        assertThat(firm.table()).contains("sendings=").doesNotContain("refusals=");
    }

    /** The sender rests longer and longer between its tries, for a minute at most. */
    private void aMinutePasses() {
        minutes++;
        world.clock(60 * minutes);
    }

    private boolean isParkedAfterAnotherMinute(int logged) {
        aMinutePasses();
        return world.logs().since(logged).lines().anyMatch(line -> PARKED.matches(line) && line.contains(firm.id()));
    }

    /** What docs/operations.md says: list what is parked in the firm's outbox, and take the mark away. */
    private void unpark() {
        DynamoDbClient client = world.table();
        var parked = client.query(query -> query.tableName("latchkey")
                        .keyConditionExpression("pk = :outbox")
                        .filterExpression("attribute_exists(parkedAt)")
                        .expressionAttributeValues(Map.of(":outbox", AttributeValue.fromS(firm.id() + "#outbox"))))
                .items();
        assertThat(parked).hasSize(1);
        assertThat(parked.getFirst().get("parkedFor")).isEqualTo(AttributeValue.fromS("refused"));
        parked.forEach(item -> client.updateItem(update -> update.tableName("latchkey")
                .key(Map.of("pk", item.get("pk"), "sk", item.get("sk")))
                .updateExpression("REMOVE parkedAt")));
    }
}
