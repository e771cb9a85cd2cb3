package dev.latchkey.store;

import dev.latchkey.snapstart.Snapshotted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The one table. All reads but those of an index are consistent and by primary key. All writes are conditional, and
 * several of them are one transaction. A failed condition is an answer ({@link Commit#CONDITION_FAILED}), an outage is
 * {@link StoreUnavailable}.
 */
public final class Table implements Snapshotted {

    private static final int BATCH_TRIES = 4;
    private static final int MOST_KEYS = 100;
    private static final int MOST_LOOKED_AT = 1_000;
    private static final int WITHOUT = 25;
    private static final long FIRST_PAUSE_NANOS = 10_000_000;

    private final DynamoDbClient client;
    private final String name;
    private final OptimisticRetry retry;
    private final Transactions transactions;

    Table(DynamoDbClient client, String name, CallLimits limits) {
        this.client = client;
        this.name = name;
        this.retry = new OptimisticRetry(limits.rounds());
        this.transactions = new Transactions(client, name, retry);
    }

    public static Table connect(AwsConnection aws, String name) {
        return new Table(aws.configure(DynamoDbClient.builder(), "DYNAMODB").build(), name, aws.limits());
    }

    @Override
    public void prime() {
        SdkWarmUp.warmUp(DynamoDbClient.class);
    }

    /**
     * Reads, decides and commits, and repeats it if another write came first.
     *
     * @param round reads, and decides by what it read
     * @throws StoreUnavailable if other writes came first for too long
     */
    public <T> T decide(Supplier<Decision<T>> round) {
        return retry.decide(round, transactions::commit);
    }

    /**
     * The same, if the first round decides by what was read before.
     *
     * @param again reads again, for each further round
     */
    public <R, T> T decide(R read, UnaryOperator<R> again, Function<R, Decision<T>> round) {
        AtomicReference<@Nullable R> before = new AtomicReference<>();
        return decide(() -> {
            R last = before.get();
            R now = last == null ? read : again.apply(last);
            before.set(now);
            return round.apply(now);
        });
    }

    /** Reads one item, consistently. */
    public @Nullable Item read(Key key) {
        Map<String, AttributeValue> found = Reaching.table(() -> client.getItem(
                        request -> request.tableName(name).key(key.attributes()).consistentRead(true))
                .item());
        return found.isEmpty() ? null : new Item(found);
    }

    /** Reads several items, each consistently: one call per hundred. */
    public ItemBatch read(Key first, Key... more) {
        return read(Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /** Reads distinct keys, each consistently: one call per hundred. */
    public ItemBatch read(List<Key> keys) {
        Map<Key, Item> items = new HashMap<>();
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            readInto(items, keys.subList(from, Math.min(keys.size(), from + MOST_KEYS)));
        }
        return new ItemBatch(items);
    }

    private void readInto(Map<Key, Item> items, List<Key> keys) {
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .consistentRead(true)
                .keys(keys.stream().map(Key::attributes).toList())
                .build();
        for (int attempt = 0; attempt < BATCH_TRIES; attempt++) {
            KeysAndAttributes asked = wanted;
            BatchGetItemResponse reply =
                    Reaching.table(() -> client.batchGetItem(request -> request.requestItems(Map.of(name, asked))));
            reply.responses().getOrDefault(name, List.of()).forEach(found -> items.put(Key.of(found), new Item(found)));
            if (!reply.unprocessedKeys().containsKey(name)) {
                return;
            }
            wanted = reply.unprocessedKeys().get(name);
            LockSupport.parkNanos(FIRST_PAUSE_NANOS << attempt);
        }
        throw new StoreUnavailable("the table left keys unread");
    }

    /**
     * Reads all items of a partition whose sort keys have this prefix, consistently and in their order. One call per
     * megabyte.
     */
    public List<Item> list(String partition, String sortPrefix) {
        QueryRequest wanted = Requests.beginning(name, partition, sortPrefix, null);
        return Reaching.table(() ->
                client.queryPaginator(wanted).items().stream().map(Item::new).toList());
    }

    /**
     * The first of them with this attribute. One call, unless more than a few lack it.
     *
     * @param most so many items at most
     */
    public List<Item> first(String partition, String sortPrefix, String attribute, int most) {
        QueryRequest wanted = Requests.beginning(name, partition, sortPrefix, most + WITHOUT);
        return Reaching.table(() -> client.queryPaginator(wanted).items().stream()
                .map(Item::new)
                .filter(item -> item.optionalText(attribute) != null)
                .limit(most)
                .toList());
    }

    /**
     * Passes on all items of an index partition, with these attributes and their key, in no particular order. One call
     * per 5,000 items or megabyte, and no page is kept. An index is eventually consistent and not a snapshot: it is for
     * counts and reports, and never decides who is signed in.
     *
     * @param index the index, which has the name of its partition attribute
     */
    public void each(String index, String partition, List<String> attributes, Consumer<Item> taker) {
        QueryRequest all = Requests.query(name, index, partition, attributes);
        Map<String, AttributeValue> after = Map.of();
        do {
            Map<String, AttributeValue> from = after;
            QueryRequest page = from.isEmpty() ? all : all.copy(next -> next.exclusiveStartKey(from));
            QueryResponse reply = Reaching.table(() -> client.query(page));
            reply.items().forEach(found -> taker.accept(new Item(found)));
            after = reply.lastEvaluatedKey();
        } while (!after.isEmpty());
    }

    /**
     * Reads a range of an index, with these attributes and their key, in the order of their partitions. One call,
     * eventually consistent.
     *
     * @param most so many items at most; no fewer than one partition can have on the index
     */
    public Page read(IndexRange wanted, List<String> attributes, int most) {
        QueryResponse reply = Reaching.table(() -> client.query(Requests.query(name, wanted, attributes, most)));
        List<Item> found = reply.items().stream().map(Item::new).toList();
        Map<String, AttributeValue> last = reply.lastEvaluatedKey();
        return new Page(found, last.isEmpty() ? null : Key.of(last).pk());
    }

    /**
     * Reads a page of a partition, consistently, from its end. One call. With a filter it examines a thousand items, so
     * a page can be short or empty and still have a next one.
     *
     * @param most so many items at most
     */
    public Page read(DescendingQuery wanted, int most) {
        int looked = wanted.filter() == null ? most : MOST_LOOKED_AT;
        QueryResponse reply = Reaching.table(() -> client.query(Requests.query(name, wanted, looked)));
        List<Item> found = reply.items().stream().map(Item::new).toList();
        if (found.size() > most) {
            List<Item> cut = found.subList(0, most);
            return new Page(cut, cut.getLast().key().sk());
        }
        Map<String, AttributeValue> last = reply.lastEvaluatedKey();
        return new Page(found, last.isEmpty() ? null : Key.of(last).sk());
    }

    /** Changes one item and returns it as it is then; {@code null} if the condition failed. */
    public @Nullable Item change(Write.Update update) {
        return update(update) instanceof UpdateOutcome.Done(Item now) ? now : null;
    }

    /** The same, and if the condition failed it returns the item that it failed for; that costs no read. */
    public UpdateOutcome update(Write.Update update) {
        Update request = Requests.member(name, update).update();
        return decide(() -> {
            try {
                return Decision.answer(new UpdateOutcome.Done(
                        new Item(Reaching.table(() -> Requests.send(client, request, ReturnValue.ALL_NEW)))));
            } catch (ConditionalCheckFailedException refused) {
                return Decision.answer(new UpdateOutcome.Lost(refused.hasItem() ? new Item(refused.item()) : null));
            } catch (TransactionConflictException conflict) {
                return Decision.overtaken();
            }
        });
    }

    /** Carries out all writes or none. */
    public Commit commit(List<Write> writes) {
        return transactions.commit(writes);
    }

    /**
     * The same with an idempotency token, so that the SDK's retries carry it out once. It is for a single write that
     * counts and can't be told from its repetition; it costs twice as much.
     */
    public Commit commitOnce(List<Write> writes) {
        return transactions.commitOnce(writes);
    }
}
