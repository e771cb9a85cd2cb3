package dev.latchkey.acceptance;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs the same call on many threads that start at one barrier. */
final class Race {

    /** So many need room: hashes and conflicts of theirs take a good part of real time limits. */
    private static final int CROWD_FROM = 8;

    private Race() {}

    /** A crowd is refused where the test has not the tag that keeps most other tests away from it. */
    static List<Answer> of(int runners, IntFunction<Answer> call) {
        if (runners >= CROWD_FROM && !SideBySide.isForCrowds()) {
            throw new IllegalStateException("the test needs the tag \"" + SideBySide.CROWD + "\"");
        }
        CyclicBarrier start = new CyclicBarrier(runners);
        try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
            List<Callable<Answer>> calls = IntStream.range(0, runners)
                    .mapToObj(runner -> (Callable<Answer>) () -> {
                        start.await(30, TimeUnit.SECONDS);
                        return call.apply(runner);
                    })
                    .toList();
            return threads.invokeAll(calls).stream().map(Race::result).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Answer result(Future<Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
