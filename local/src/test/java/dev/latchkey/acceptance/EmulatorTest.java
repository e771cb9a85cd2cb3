package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.table.LocalClients;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** The local server on AWS endpoints of another process, as it is on LocalStack or ministack; here they are ours too. */
@OursOnly("it brings an emulator of its own")
class EmulatorTest {

    private static LocalAws other;
    private static World world;

    @BeforeAll
    static void start() throws IOException {
        other = LocalAws.start(new LocalAws.Options(0, null, InstantSource.system()));
        world = World.with(Map.of("AWS_ENDPOINT_URL", other.endpoint().toString()));
    }

    @Test
    void tableKeysAndMail_areThere_andTheWayToThemIsCounted() {
        long before = world.calls().path("kms").path("Sign").asLong();
        String address = TestFirm.address();
        TestFirm firm = world.firm().contact("c1", 1, address);
        Mail mail = firm.mailed("c1", "r1");
        assertThat(mail.tags().path("firm").asText()).isEqualTo(firm.id());
        assertThat(other.mailbox().messages(address))
                .singleElement()
                .satisfies(sent -> assertThat(sent.text()).isEqualTo(mail.text()));
        assertThat(firm.redeem(mail.token(), TestFirm.device()).status()).isEqualTo(200);
        assertThat(world.calls().path("kms").path("Sign").asLong()).isEqualTo(before + 1);
        try (DynamoDbClient table = LocalClients.dynamoDb(other.direct(), "local");
                KmsClient kms = LocalClients.kms(other.endpoint(), "local")) {
            assertThat(table.describeTable(describe -> describe.tableName("latchkey"))
                            .table()
                            .itemCount())
                    .isPositive();
            assertThat(kms.listAliases().aliases())
                    .anyMatch(alias -> alias.aliasName().equals("alias/latchkey-signing"));
        }
    }

    private static long signatures() {
        return other.calls().snapshot().getOrDefault("kms", Map.of()).getOrDefault("Sign", 0L);
    }

    @Test
    void aFaultOfTheWay_isMet_andTheCallNeverArrives() {
        TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
        Mail mail = firm.mailed("c1", "r1");
        long signed = signatures();
        world.fault("kms", "Sign", "KMSInternalException", 9, "before");
        assertThat(firm.redeem(mail.token(), TestFirm.device()).status()).isEqualTo(503);
        assertThat(signatures()).isEqualTo(signed);
    }
}
