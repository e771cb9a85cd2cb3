package dev.latchkey.store;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Sends conditional writes that are carried out all or none. A single write is sent as the cheaper call. */
final class Transactions {

    private final DynamoDbClient client;
    private final String table;
    private final OptimisticRetry retry;

    Transactions(DynamoDbClient client, String table, OptimisticRetry retry) {
        this.client = client;
        this.table = table;
        this.retry = retry;
    }

    Commit commit(List<Write> writes) {
        return commit(writes, this::send);
    }

    /** With an idempotency token even for a single write, so that the SDK's retries carry it out once. */
    Commit commitOnce(List<Write> writes) {
        return commit(writes, this::sendTogether);
    }

    private Commit commit(List<Write> writes, Consumer<List<TransactWriteItem>> sending) {
        List<TransactWriteItem> members =
                writes.stream().map(write -> Requests.member(table, write)).toList();
        return retry.decide(() -> attempt(members, sending), this::commit);
    }

    private static Decision<Commit> attempt(
            List<TransactWriteItem> members, Consumer<List<TransactWriteItem>> sending) {
        try {
            Reaching.table(() -> {
                sending.accept(members);
                return members;
            });
            return Decision.answer(Commit.DONE);
        } catch (DynamoDbException refused) {
            Commit judged = Cancellation.judge(refused);
            return judged == null ? Decision.overtaken() : Decision.answer(judged);
        }
    }

    private void send(List<TransactWriteItem> members) {
        if (members.size() == 1) {
            Requests.sendAlone(client, members.getFirst());
        } else {
            sendTogether(members);
        }
    }

    private void sendTogether(List<TransactWriteItem> members) {
        client.transactWriteItems(request -> request.transactItems(members));
    }
}
