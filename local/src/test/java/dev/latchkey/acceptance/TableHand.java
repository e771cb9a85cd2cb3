package dev.latchkey.acceptance;

import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.table.TableCreator;
import dev.latchkey.store.AwsConnection;
import dev.latchkey.store.CallLimits;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes the table by hand, as only an operator could, for what no route does. */
final class TableHand {

    private TableHand() {}

    /** As the product reads and writes it, uncounted and never faulted. */
    static Table table(LocalAws aws) {
        return table(aws.direct(), aws.accessKey());
    }

    /** The same at this endpoint, in the name of this caller. */
    static Table table(URI endpoint, String accessKey) {
        Map<String, String> environment = Map.of(
                "AWS_REGION",
                "eu-west-1",
                "AWS_ACCESS_KEY_ID",
                accessKey,
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_ENDPOINT_URL",
                endpoint.toString());
        return Table.connect(new AwsConnection(environment, CallLimits.OF_FUNCTIONS), TableCreator.TABLE);
    }

    static void set(World world, Key key, String name, AttributeValue value) {
        world.table()
                .updateItem(update -> update.tableName("latchkey")
                        .key(Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk())))
                        .updateExpression("SET #name = :value")
                        .expressionAttributeNames(Map.of("#name", name))
                        .expressionAttributeValues(Map.of(":value", value)));
    }

    /** An Argon2id hash of a cost that nobody should use. */
    static String cheapHash(String password) {
        byte[] salt = new byte[16];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(8)
                .withIterations(1)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), tag);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=8,t=1,p=1$" + base64.encodeToString(salt) + "$" + base64.encodeToString(tag);
    }
}
