package dev.latchkey.local.aws.iam;

import static dev.latchkey.local.aws.iam.Roles.TABLE;
import static dev.latchkey.local.aws.iam.Roles.allow;
import static dev.latchkey.local.aws.iam.Roles.deny;
import static dev.latchkey.local.aws.iam.Roles.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.latchkey.local.aws.Clients;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.TestClock;
import dev.latchkey.local.aws.dynamodb.Tables;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** A policy that denies attributes is met however a write names them, and by nothing else of it. */
class WrittenAttributesTest {
    private static LocalAws aws;
    private static DynamoDbClient dynamo;

    @BeforeAll
    static void start() throws IOException {
        aws = LocalAws.start(TestClock.options(null));
        Tables.create(aws.endpoint());
        dynamo = Clients.dynamoDb(aws.endpoint(), "AskingFunction");
        aws.enforce(
                List.of(Roles.function(
                        when(
                                deny(TABLE, "dynamodb:PutItem", "dynamodb:UpdateItem"),
                                "ForAnyValue:StringLike",
                                "dynamodb:Attributes",
                                "secret",
                                "code:*"),
                        allow(TABLE, "dynamodb:PutItem", "dynamodb:UpdateItem"))),
                "pk");
    }

    @AfterAll
    static void stop() {
        dynamo.close();
        aws.close();
    }

    @Test
    void anItemThatIsPut_isDeniedByOneAttributeOfIt() {
        denied(() -> put("secret"));
        denied(() -> put("code:7"));
        assertThatNoException().isThrownBy(() -> put("secrets"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET secret = :v",
                "SET a = :v, secret.b = :v",
                "set #n = :v",
                "SET a = if_not_exists(secret, :v)",
                "SET #n.a = :v",
                "SET a=:v REMOVE #n"
            })
    void anUpdate_isDeniedByWhatItNames(String expression) {
        denied(() -> dynamo.updateItem(update -> update.tableName(Tables.NAME)
                .key(Tables.key("k"))
                .updateExpression(expression)
                .expressionAttributeNames(expression.contains("#n") ? Map.of("#n", "code:1") : null)
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromS("x")))));
        denied(() -> transact(expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET a = :secret", "SET b.secret = :secret", "SET a = :secret, secrets = :secret"})
    void aValueOfThatName_andWhatIsWithinAnotherAttribute_areNotTheAttribute(String expression) {
        put("b");
        isNotDenied(expression);
    }

    /** DynamoDB may refuse it for a reason of its own. */
    private static void isNotDenied(String expression) {
        try {
            dynamo.updateItem(update -> update.tableName(Tables.NAME)
                    .key(Tables.key("k"))
                    .updateExpression(expression)
                    .expressionAttributeValues(Map.of(":secret", AttributeValue.fromS("x"))));
        } catch (AwsServiceException refused) {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        }
    }

    private static void put(String attribute) {
        Map<String, AttributeValue> item = new HashMap<>(Tables.item("k", "x"));
        item.put(attribute, AttributeValue.fromM(Map.of()));
        dynamo.putItem(put -> put.tableName(Tables.NAME).item(item));
    }

    private static void transact(String expression) {
        Update update = Update.builder()
                .tableName(Tables.NAME)
                .key(Tables.key("k"))
                .updateExpression(expression)
                .expressionAttributeNames(expression.contains("#n") ? Map.of("#n", "code:1") : null)
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromS("x")))
                .build();
        dynamo.transactWriteItems(transaction -> transaction.transactItems(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(Tables.NAME).item(Tables.item("other", "x")))
                        .build(),
                TransactWriteItem.builder().update(update).build()));
    }

    private static void denied(ThrowingCallable call) {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(call)
                .withMessageContaining("explicit deny")
                .satisfies(thrown ->
                        assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
    }
}
