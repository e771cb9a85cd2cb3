package dev.latchkey.acceptance;

import dev.latchkey.store.Key;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes the table by hand, as only an operator could, for what no route does. */
final class TableHand {

    private TableHand() {}

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
