package dev.latchkey.acceptance;

import dev.latchkey.crypto.HashingTurns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whoever needs a password hashed while all turns to do so are taken for too long is told to come later. */
class HashingBusyTest {

    private static final List<String> HASHING = List.of(
            "LogInFunction/right.json",
            "SetUpAccountFunction/open.json",
            "ResetPasswordFunction/open.json",
            "ChangePasswordFunction/right.json",
            "EnrollTotpFunction/in-session.json",
            "RemoveTotpFunction/right.json");

    private final World world = World.get();

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
        int turns = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        CountDownLatch taken = new CountDownLatch(turns);
        for (int turn = 0; turn < turns; turn++) {
            threads.execute(() -> HashingTurns.ofProcess().take(() -> {
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
