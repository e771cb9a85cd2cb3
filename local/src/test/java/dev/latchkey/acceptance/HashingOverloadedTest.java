package dev.latchkey.acceptance;

import dev.latchkey.crypto.HashingConcurrency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whoever needs a password hashed while all turns to do so are taken for too long is told to come later. */
class HashingOverloadedTest {

    private static final List<String> HASHING = List.of(
            "LogInFunction/right.json",
            "SetUpAccountFunction/open.json",
            "ResetPasswordFunction/open.json",
            "ChangePasswordFunction/right.json",
            "EnrollTotpFunction/in-session.json",
            "RemoveTotpFunction/right.json");

    private static final int AT_ONCE = 2;
    private static final HashingConcurrency TURNS = new HashingConcurrency(AT_ONCE, Duration.ofSeconds(1));

    private final World world = World.with(TURNS);

    @Test
    void whileAllTurnsAreTaken_everyRouteThatTakesAPassword_asksToComeLater() throws Exception {
        List<Asking> all = new ArrayList<>();
        for (String path : HASHING) {
            all.add(Asking.of(new EventFile(path)).filled(world));
        }
        CountDownLatch over = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                takeAllTurns(threads, over);
                List<Future<?>> refused = new ArrayList<>();
                for (Asking asking : all) {
                    refused.add(threads.submit(() -> {
                        asking.isRefused(world, world.aws(), "too-many-requests");
                        return asking;
                    }));
                }
                for (Future<?> each : refused) {
                    each.get();
                }
            } finally {
                over.countDown();
            }
        }
    }

    private static void takeAllTurns(ExecutorService threads, CountDownLatch over) throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(AT_ONCE);
        for (int turn = 0; turn < AT_ONCE; turn++) {
            threads.execute(() -> TURNS.take(() -> {
                taken.countDown();
                return waited(over);
            }));
        }
        taken.await();
    }

    private static boolean waited(CountDownLatch over) {
        try {
            over.await();
            return true;
        } catch (InterruptedException toldToStop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
