package dev.latchkey.local;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class LocalClockTest {
    private final LocalClock clock = new LocalClock();

    @Test
    void aPauseIsOver_whenTheClockIsMovedOnOverIt() {
        CompletableFuture<Void> paused = pause(Duration.ofDays(1));
        await().until(() -> {
            clock.setOffset(clock.offset().plusDays(1));
            return paused.isDone();
        });
    }

    @Test
    void aPauseGetsNoLonger_whenTheClockIsMovedBack() {
        CompletableFuture<Void> paused = pause(Duration.ofMillis(300));
        await().until(() -> {
            clock.setOffset(clock.offset().minusDays(1));
            return paused.isDone();
        });
    }

    private CompletableFuture<Void> pause(Duration pause) {
        return CompletableFuture.runAsync(() -> {
            try {
                clock.pass(pause);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CompletionException(interrupted);
            }
        });
    }
}
