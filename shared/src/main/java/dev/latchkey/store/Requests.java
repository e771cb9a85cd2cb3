package dev.latchkey.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Builds SDK requests: queries of an index, and writes as members of a transaction or alone, which costs half the
 * capacity.
 */
final class Requests {

    /** Keeps a call within its time limit: a whole megabyte of small items is up to 20,000 of them. */
    private static final int PAGE = 5_000;

    private Requests() {}

    static TransactWriteItem member(String table, Write write) {
        Expression words = new Expression();
        TransactWriteItem.Builder member = TransactWriteItem.builder();
        return switch (write) {
            case Write.Put(Item item, @Nullable Condition condition) -> {
                String expression = words(words, condition);
                yield member.put(put -> put.tableName(table)
                                .item(item.attributes())
                                .conditionExpression(expression)
                                .expressionAttributeNames(names(words))
                                .expressionAttributeValues(values(words)))
                        .build();
            }
            case Write.Update(Key key, ItemUpdate changes, @Nullable Condition condition) -> {
                String expression = words(words, condition);
                String update = words.of(changes);
                yield member.update(change -> change.tableName(table)
                                .key(key.attributes())
                                .updateExpression(update)
                                .conditionExpression(expression)
                                .expressionAttributeNames(names(words))
                                .expressionAttributeValues(values(words)))
                        .build();
            }
            case Write.Delete(Key key, @Nullable Condition condition) -> {
                String expression = words(words, condition);
                yield member.delete(delete -> delete.tableName(table)
                                .key(key.attributes())
                                .conditionExpression(expression)
                                .expressionAttributeNames(names(words))
                                .expressionAttributeValues(values(words)))
                        .build();
            }
            case Write.Check(Key key, Condition condition) -> {
                String expression = words.of(condition);
                yield member.conditionCheck(check -> check.tableName(table)
                                .key(key.attributes())
                                .conditionExpression(expression)
                                .expressionAttributeNames(names(words))
                                .expressionAttributeValues(values(words)))
                        .build();
            }
        };
    }

    static QueryRequest beginning(String table, String partition, String sortPrefix, @Nullable Integer most) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(partition), ":sk", AttributeValue.fromS(sortPrefix)))
                .consistentRead(true)
                .limit(most)
                .build();
    }

    static QueryRequest query(String table, String index, String partition, List<String> attributes) {
        Expression words = new Expression();
        String condition = words.name(index) + " = " + words.value(partition);
        return QueryRequest.builder()
                .tableName(table)
                .indexName(index)
                .keyConditionExpression(condition)
                .projectionExpression(projection(words, attributes))
                .limit(PAGE)
                .expressionAttributeNames(words.names())
                .expressionAttributeValues(words.values())
                .build();
    }

    private static String projection(Expression words, List<String> attributes) {
        return Stream.concat(Stream.of("pk", "sk"), attributes.stream())
                .map(words::name)
                .collect(Collectors.joining(", "));
    }

    static QueryRequest query(String table, IndexRange wanted, List<String> attributes, int most) {
        Expression words = new Expression();
        String keys = words.name(wanted.index()) + " = " + words.value(wanted.partition()) + " AND " + words.name("pk")
                + " BETWEEN " + words.value(wanted.from()) + " AND " + words.value(wanted.to());
        return QueryRequest.builder()
                .tableName(table)
                .indexName(wanted.index())
                .keyConditionExpression(keys)
                .projectionExpression(projection(words, attributes))
                .limit(most)
                .expressionAttributeNames(words.names())
                .expressionAttributeValues(words.values())
                .build();
    }

    static QueryRequest query(String table, DescendingQuery wanted, int most) {
        Expression words = new Expression();
        String keys = words.name("pk") + " = " + words.value(wanted.partition()) + " AND " + words.name("sk")
                + " BETWEEN " + words.value(wanted.from()) + " AND " + words.value(wanted.to());
        Condition filter = wanted.filter();
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .scanIndexForward(false)
                .limit(most)
                .keyConditionExpression(keys);
        if (filter != null) {
            request.filterExpression(words.of(filter));
        }
        if (wanted.after() != null) {
            request.exclusiveStartKey(new Key(wanted.partition(), wanted.after()).attributes());
        }
        return request.expressionAttributeNames(words.names())
                .expressionAttributeValues(words.values())
                .build();
    }

    static void sendAlone(DynamoDbClient client, TransactWriteItem member) {
        Put put = member.put();
        Update update = member.update();
        Delete delete = member.delete();
        ConditionCheck check = member.conditionCheck();
        if (put != null) {
            client.putItem(request -> request.tableName(put.tableName())
                    .item(put.item())
                    .conditionExpression(put.conditionExpression())
                    .expressionAttributeNames(orNull(put.expressionAttributeNames()))
                    .expressionAttributeValues(orNull(put.expressionAttributeValues())));
        } else if (update != null) {
            send(client, update, ReturnValue.NONE);
        } else if (delete != null) {
            client.deleteItem(request -> request.tableName(delete.tableName())
                    .key(delete.key())
                    .conditionExpression(delete.conditionExpression())
                    .expressionAttributeNames(orNull(delete.expressionAttributeNames()))
                    .expressionAttributeValues(orNull(delete.expressionAttributeValues())));
        } else {
            throw new IllegalArgumentException("a check alone writes nothing: " + check);
        }
    }

    /** A refusal contains the item as it was found. */
    static Map<String, AttributeValue> send(DynamoDbClient client, Update update, ReturnValue returned) {
        return client.updateItem(request -> request.tableName(update.tableName())
                        .key(update.key())
                        .updateExpression(update.updateExpression())
                        .conditionExpression(update.conditionExpression())
                        .expressionAttributeNames(orNull(update.expressionAttributeNames()))
                        .expressionAttributeValues(orNull(update.expressionAttributeValues()))
                        .returnValues(returned)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .attributes();
    }

    private static @Nullable String words(Expression words, @Nullable Condition condition) {
        return condition == null ? null : words.of(condition);
    }

    private static @Nullable Map<String, String> names(Expression words) {
        return orNull(words.names());
    }

    private static @Nullable Map<String, AttributeValue> values(Expression words) {
        return orNull(words.values());
    }

    /** DynamoDB refuses empty placeholder maps. */
    private static <V> @Nullable Map<String, V> orNull(Map<String, V> map) {
        return map.isEmpty() ? null : map;
    }
}
