package dev.latchkey.acceptance;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Holds a call of AWS where a race is decided. The client that hangs asks again after the time limit of one try. */
record Hanging(World world) {

    /** Makes a request of which the next such call hangs; returns once it does. */
    CompletableFuture<Answer> during(String service, String operation, Supplier<Answer> request) {
        world.quietCalls();
        int before = calls(service, operation);
        world.fault(service, operation, "HANG", 1, "before");
        CompletableFuture<Answer> slow = CompletableFuture.supplyAsync(request);
        awaitCall(service, operation, before);
        return slow;
    }

    /** The next such call hangs, of whatever request; returns once it does. */
    void next(String service, String operation) {
        int before = calls(service, operation);
        world.fault(service, operation, "HANG", 1, "before");
        awaitCall(service, operation, before);
    }

    private void awaitCall(String service, String operation, int before) {
        await().until(() -> calls(service, operation) > before);
    }

    private int calls(String service, String operation) {
        return world.calls().at("/" + service + "/" + operation).asInt();
    }
}
