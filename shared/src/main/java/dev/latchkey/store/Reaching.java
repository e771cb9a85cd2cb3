package dev.latchkey.store;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Tells an outage of the table from a refusal of what was asked. */
final class Reaching {

    private Reaching() {}

    /** @throws StoreUnavailable if the table can't be reached, answers 5xx or throttles; refusals are passed on */
    static <T> T table(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkClientException unreachable) {
            throw new StoreUnavailable(unreachable);
        } catch (DynamoDbException refused) {
            if (refused.statusCode() >= 500 || refused.isThrottlingException()) {
                throw new StoreUnavailable(refused);
            }
            throw refused;
        }
    }
}
