package dev.latchkey.store;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What a refused write means, alone or in a transaction. */
final class Cancellation {

    private static final Set<String> OVERLOAD =
            Set.of("ProvisionedThroughputExceeded", "ThrottlingError", "RequestLimitExceeded");

    private Cancellation() {}

    /** {@code null} for a conflict with another writer: no condition was judged. */
    static @Nullable Commit judge(DynamoDbException refused) {
        return switch (refused) {
            case ConditionalCheckFailedException lost -> Commit.CONDITION_FAILED;
            case TransactionConflictException conflict -> null;
            case TransactionCanceledException cancelled -> judge(cancelled);
            default -> throw refused;
        };
    }

    private static @Nullable Commit judge(TransactionCanceledException cancelled) {
        Set<String> codes = cancelled.cancellationReasons().stream()
                .map(reason -> Objects.requireNonNullElse(reason.code(), "None"))
                .collect(Collectors.toSet());
        if (codes.contains("ConditionalCheckFailed")) {
            return Commit.CONDITION_FAILED;
        }
        if (codes.contains("TransactionConflict")) {
            return null;
        }
        if (codes.isEmpty() || codes.stream().anyMatch(OVERLOAD::contains)) {
            throw new StoreUnavailable(cancelled);
        }
        throw cancelled;
    }
}
