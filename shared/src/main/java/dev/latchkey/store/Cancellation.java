package dev.latchkey.store;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What a cancelled transaction means to whoever asked for it. */
final class Cancellation {

    private static final Set<String> OVERLOAD =
            Set.of("ProvisionedThroughputExceeded", "ThrottlingError", "RequestLimitExceeded");

    private Cancellation() {}

    /** {@code null} for a conflict with another writer, which left all conditions unjudged. */
    static @Nullable Commit judge(TransactionCanceledException cancelled) {
        Set<String> codes = cancelled.cancellationReasons().stream()
                .map(reason -> Objects.requireNonNullElse(reason.code(), "None"))
                .collect(Collectors.toSet());
        if (codes.contains("ConditionalCheckFailed")) {
            return Commit.LOST;
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
