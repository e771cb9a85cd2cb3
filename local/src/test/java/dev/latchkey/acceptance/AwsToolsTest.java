package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.aws.Clients;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ses.SesClient;

/** Any AWS SDK, pointed at the local endpoint, sees what the product works with. */
class AwsToolsTest {

    private final World world = World.get();

    @Test
    void theTableTheKeysAndTheSentMail_canBeListed() {
        String address = TestFirm.address();
        world.firm().contact("c1", 1, address).mailed("c1", "r1");
        try (DynamoDbClient dynamoDb = Clients.dynamoDb(world.aws());
                KmsClient kms = Clients.kms(world.aws());
                SesClient ses = Clients.ses(world.aws())) {
            assertThat(dynamoDb.listTables().tableNames()).contains("latchkey");
            assertThat(kms.listAliases().aliases())
                    .anyMatch(key -> key.aliasName().equals("alias/latchkey-signing"));
            assertThat(ses.getSendStatistics().sendDataPoints()).anyMatch(point -> point.deliveryAttempts() > 0);
        }
        assertThat(new Api(world.aws()).get("/_aws/ses").text()).contains(address);
    }
}
