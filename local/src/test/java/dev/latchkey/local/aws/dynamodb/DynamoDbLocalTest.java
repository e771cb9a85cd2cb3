package dev.latchkey.local.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.local.aws.Clients;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.TestClock;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbLocalTest {
    private LocalAws aws;
    private DynamoDbClient dynamo;

    @BeforeAll
    void start() throws Exception {
        aws = LocalAws.start(TestClock.options(null));
        dynamo = Clients.dynamoDb(aws.endpoint());
        Tables.create(aws.endpoint());
    }

    @AfterAll
    void stop() {
        aws.close();
    }

    @Test
    void transactionWithATokenUsedBefore_isNotCarriedOutAgain() {
        var add = List.of(TransactWriteItem.builder()
                .update(update -> update.tableName(Tables.NAME)
                        .key(Tables.key("counter"))
                        .updateExpression("ADD hits :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))
                .build());
        dynamo.transactWriteItems(request -> request.clientRequestToken("t1").transactItems(add));
        dynamo.transactWriteItems(request -> request.clientRequestToken("t1").transactItems(add));
        assertThat(dynamo.getItem(get -> get.tableName(Tables.NAME).key(Tables.key("counter")))
                        .item()
                        .get("hits"))
                .isEqualTo(AttributeValue.fromN("1"));
        assertThatThrownBy(() -> dynamo.transactWriteItems(
                        request -> request.clientRequestToken("t1").transactItems(List.of(putNew("elsewhere")))))
                .isInstanceOf(IdempotentParameterMismatchException.class);
    }

    @Test
    void canceledTransaction_carriesItsReasons() {
        dynamo.putItem(put -> put.tableName(Tables.NAME).item(Tables.item("taken", "first")));
        assertThatThrownBy(() -> dynamo.transactWriteItems(
                        request -> request.transactItems(List.of(putNew("free"), putNew("taken")))))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        canceled -> assertThat(canceled.cancellationReasons())
                                .extracting(CancellationReason::code)
                                .containsExactly("None", "ConditionalCheckFailed"));
    }

    @Test
    void streamOfKeys_tellsWhichItemChanged() {
        dynamo.putItem(put -> put.tableName(Tables.NAME).item(Tables.item("streamed", "value")));
        String arn = dynamo.describeTable(table -> table.tableName(Tables.NAME))
                .table()
                .latestStreamArn();
        try (var streams = Clients.streams(aws.direct())) {
            String shard = streams.describeStream(stream -> stream.streamArn(arn))
                    .streamDescription()
                    .shards()
                    .getFirst()
                    .shardId();
            String start = streams.getShardIterator(iterator ->
                            iterator.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            var changes =
                    streams.getRecords(records -> records.shardIterator(start)).records();
            assertThat(changes).anySatisfy(change -> {
                assertThat(change.dynamodb().keys().get("pk"))
                        .extracting(Object::toString)
                        .asString()
                        .contains("streamed");
                assertThat(change.dynamodb().hasNewImage()).isFalse();
            });
        }
    }

    @Test
    void callerWithOtherCredentials_seesTheSameTables() {
        try (var direct = Clients.dynamoDb(aws.direct())) {
            var other = StaticCredentialsProvider.create(AwsBasicCredentials.create("other", "other"));
            var seen = direct.listTables(
                    request -> request.overrideConfiguration(caller -> caller.credentialsProvider(other)));
            assertThat(seen.tableNames()).contains(Tables.NAME);
        }
    }

    @Test
    void innerPort_isClosedToOtherMachines() throws Exception {
        for (var network : NetworkInterface.networkInterfaces()
                .filter(DynamoDbLocalTest::isPublic)
                .toList()) {
            for (var address : network.inetAddresses().toList()) {
                try (var socket = new Socket()) {
                    var target = new InetSocketAddress(address, aws.direct().getPort());
                    assertThatThrownBy(() -> socket.connect(target, 1000)).isNotNull();
                }
            }
        }
    }

    private static boolean isPublic(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static TransactWriteItem putNew(String key) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(Tables.NAME)
                        .item(Tables.item(key, "second"))
                        .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }
}
