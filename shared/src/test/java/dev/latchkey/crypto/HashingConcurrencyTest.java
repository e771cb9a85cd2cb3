package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashingConcurrencyTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(1);

    @Test
    void ofFiftyAtOnce_asManyRunAsThereAreTurnsAndAllAreServed() throws InterruptedException {
        HashingConcurrency turns = new HashingConcurrency(3, LONG);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(1);
        List<Thread> callers = IntStream.range(0, 50)
                .mapToObj(i -> Thread.startVirtualThread(() -> served.addAndGet(turns.take(() -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    await(open);
                    running.decrementAndGet();
                    return 1;
                }))))
                .toList();
        until(() -> callers.stream().allMatch(HashingConcurrencyTest::isParked));
        assertThat(running).hasValue(3);
        assertThat(callers).filteredOn(HashingConcurrencyTest::waitsForATurn).hasSize(47);
        open.countDown();
        join(callers);
        assertThat(most).hasValue(3);
        assertThat(served).hasValue(50);
    }

    @Test
    void thoseWhoWait_areServedInTheOrderTheyCame() throws InterruptedException {
        HashingConcurrency turns = new HashingConcurrency(1, LONG);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> callers = new ArrayList<>();
        turns.take(() -> {
            for (int i = 0; i < 10; i++) {
                callers.add(waiting(turns, i, order));
            }
            return order.size();
        });
        turns.take(() -> order.add(10));
        join(callers);
        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void whoWaitsTooLong_isToldAndDoesNotRun() {
        HashingConcurrency turns = new HashingConcurrency(1, SHORT);
        AtomicInteger ran = new AtomicInteger();
        turns.take(() -> {
            CountDownLatch told = new CountDownLatch(1);
            Thread.startVirtualThread(() -> {
                assertThatThrownBy(() -> turns.take(ran::incrementAndGet)).isInstanceOf(HashingOverloaded.class);
                told.countDown();
            });
            await(told);
            return ran;
        });
        assertThat(ran).hasValue(0);
        assertThat(turns.take(ran::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void workThatFails_givesItsTurnBack() {
        HashingConcurrency turns = new HashingConcurrency(1, SHORT);
        RuntimeException broken = new IllegalStateException("a broken table");
        Error exhausted = new OutOfMemoryError("asked too much");
        assertThatThrownBy(() -> turns.take(() -> {
                    throw broken;
                }))
                .isSameAs(broken);
        assertThatThrownBy(() -> turns.take(() -> {
                    throw exhausted;
                }))
                .isSameAs(exhausted);
        assertThat(turns.take(() -> "served")).isEqualTo("served");
    }

    @Test
    void whoIsInterruptedWhileWaiting_isBusy_andStaysInterrupted() throws InterruptedException {
        HashingConcurrency turns = new HashingConcurrency(1, LONG);
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        Thread caller = turns.take(() -> {
            Thread waiting = Thread.startVirtualThread(() -> {
                try {
                    turns.take(() -> seen.add("ran"));
                } catch (HashingOverloaded busy) {
                    seen.add(Thread.currentThread().isInterrupted());
                }
            });
            until(() -> waitsForATurn(waiting));
            waiting.interrupt();
            return waiting;
        });
        join(List.of(caller));
        assertThat(seen).containsExactly(true);
        assertThat(turns.take(() -> "served")).isEqualTo("served");
    }

    @Test
    void turnsForNobody_areRefused() {
        assertThatThrownBy(() -> new HashingConcurrency(0, SHORT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theProcess_hasOneSetOfTurns() {
        assertThat(HashingConcurrency.ofProcess()).isSameAs(HashingConcurrency.ofProcess());
        assertThat(HashingConcurrency.ofProcess().take(() -> "served")).isEqualTo("served");
    }

    private static Thread waiting(HashingConcurrency turns, int number, List<Integer> order) {
        Thread caller = Thread.startVirtualThread(() -> turns.take(() -> order.add(number)));
        until(() -> waitsForATurn(caller));
        return caller;
    }

    /** A turn is waited for with a time limit, the latch of these tests without. */
    private static boolean waitsForATurn(Thread caller) {
        return caller.getState() == Thread.State.TIMED_WAITING;
    }

    private static boolean isParked(Thread caller) {
        return waitsForATurn(caller) || caller.getState() == Thread.State.WAITING;
    }

    private static void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        }
    }
}
