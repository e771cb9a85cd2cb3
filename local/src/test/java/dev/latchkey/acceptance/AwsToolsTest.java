package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
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
        StaticCredentialsProvider anybody = StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "body"));
        URI endpoint = world.aws();
        try (DynamoDbClient dynamoDb = TableDump.client(endpoint);
                KmsClient kms = KmsClient.builder()
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(anybody)
                        .endpointOverride(endpoint)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
                SesClient ses = SesClient.builder()
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(anybody)
                        .endpointOverride(endpoint)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            assertThat(dynamoDb.listTables().tableNames()).contains("latchkey");
            assertThat(kms.listAliases().aliases())
                    .anyMatch(key -> key.aliasName().equals("alias/latchkey-signing"));
            assertThat(ses.getSendStatistics().sendDataPoints()).anyMatch(point -> point.deliveryAttempts() > 0);
        }
        assertThat(new Api(endpoint).get("/_aws/ses").text()).contains(address);
    }
}
