package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.house.Repository;
import dev.latchkey.local.template.DeclaredFunction;
import dev.latchkey.local.template.SamTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Whoever runs code of their own in a function has its rights and no more. To write a password, the secret or a code of an
 * authenticator, or the refresh token of a session, they would have to take over one of those that do so. So they would to mark
 * a line of the trail as erased, which is the one change of it that sets off no alarm.
 */
class TakenOverFunctionTest {

    private static final String NEVER = "attribute_exists(pk)";

    private final World world = World.get();
    private final TestFirm firm = world.firm();

    @ParameterizedTest
    @CsvSource({
        "passwordHash, account, ChangePassword LogIn ResetPassword SetUpAccount",
        "secret, authenticator, EnrollTotp IssueTemporaryCode RenewRecoveryCodes VerifyRecoveryCode VerifyTotp",
        "temporary, authenticator, EnrollTotp IssueTemporaryCode RenewRecoveryCodes VerifyRecoveryCode VerifyTotp",
        "code:3, authenticator, EnrollTotp IssueTemporaryCode RenewRecoveryCodes VerifyRecoveryCode VerifyTotp",
        "familyHash, session#x, LogIn RedeemMagicLink SetUpAccount VerifyRecoveryCode VerifyTotp",
        "familySalt, session#x, LogIn RedeemMagicLink SetUpAccount VerifyRecoveryCode VerifyTotp",
        "erasedAt, x, Erase"
    })
    void writesWhatItsFunctionWrites_andNothingElse(String attribute, String sort, String writers) throws Exception {
        Map<String, AttributeValue> key =
                Map.of("pk", AttributeValue.fromS(firm.id() + "#address#nobody"), "sk", AttributeValue.fromS(sort));
        Set<String> wrote = new TreeSet<>();
        for (DeclaredFunction function : SamTemplate.declared(Repository.file("template.yaml"))) {
            try (DynamoDbClient taken = TableDump.client(world.aws(), function.id())) {
                if (writes(taken, key, attribute)) {
                    wrote.add(function.id().replace("Function", ""));
                }
            }
        }
        assertThat(wrote).containsExactly(writers.split(" ", -1));
    }

    /** By any of the ways to write; conditions that don't hold keep it from happening. */
    private static boolean writes(DynamoDbClient table, Map<String, AttributeValue> key, String attribute) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put(attribute, AttributeValue.fromS("mine"));
        Map<String, String> names = Map.of("#mine", attribute);
        Map<String, AttributeValue> values = Map.of(":mine", AttributeValue.fromS("mine"));
        List<Consumer<DynamoDbClient>> ways = List.of(
                dynamo -> dynamo.putItem(
                        put -> put.tableName("latchkey").item(item).conditionExpression(NEVER)),
                dynamo -> dynamo.updateItem(update -> update.tableName("latchkey")
                        .key(key)
                        .updateExpression("SET #mine = :mine")
                        .conditionExpression(NEVER)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)),
                dynamo -> dynamo.transactWriteItems(transaction -> transaction.transactItems(TransactWriteItem.builder()
                        .put(put -> put.tableName("latchkey").item(item).conditionExpression(NEVER))
                        .build())),
                dynamo -> dynamo.transactWriteItems(transaction -> transaction.transactItems(TransactWriteItem.builder()
                        .update(update -> update.tableName("latchkey")
                                .key(key)
                                .updateExpression("SET #mine = :mine")
                                .conditionExpression(NEVER)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values))
                        .build())));
        return ways.stream().filter(way -> isAllowed(table, way)).count() > 0;
    }

    private static boolean isAllowed(DynamoDbClient table, Consumer<DynamoDbClient> way) {
        try {
            way.accept(table);
            throw new AssertionError("the condition held");
        } catch (ConditionalCheckFailedException | TransactionCanceledException allowed) {
            return true;
        } catch (DynamoDbException refused) {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            return false;
        }
    }
}
