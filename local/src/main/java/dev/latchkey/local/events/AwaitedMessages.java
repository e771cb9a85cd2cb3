package dev.latchkey.local.events;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** The messages of a queue whose outcome somebody waits for. */
final class AwaitedMessages {
    private static final int PATIENCE = 3;

    private static final class Awaited {
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private volatile Outcome.Waiting last = new Outcome.Waiting("", "", "");
    }

    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();

    /** Has a message sent under a new id, and waits until it was dealt with, given up, or failed three times. */
    Outcome outcome(Consumer<String> send) throws InterruptedException {
        String id = UUID.randomUUID().toString();
        Awaited message = new Awaited();
        awaited.put(id, message);
        try {
            send.accept(id);
            return message.outcome.get();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } finally {
            awaited.remove(id);
        }
    }

    boolean has(String id) {
        return awaited.containsKey(id);
    }

    void taken(String id) {
        complete(id, new Outcome.Taken());
    }

    void failed(LocalQueue.Message message, Outcome.Waiting failure) {
        Awaited waiter = awaited.get(message.id());
        if (waiter != null) {
            waiter.last = failure;
            if (message.receiveCount() >= PATIENCE) {
                complete(message.id(), failure);
            }
        }
    }

    void givenUp(String id) {
        Awaited waiter = awaited.get(id);
        if (waiter != null) {
            Outcome.Waiting last = waiter.last;
            complete(id, new Outcome.GivenUp(last.function(), last.type(), last.reason()));
        }
    }

    private void complete(String id, Outcome outcome) {
        Awaited waiter = awaited.get(id);
        if (waiter != null) {
            waiter.outcome.complete(outcome);
        }
    }
}
