package dev.latchkey.local.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The failures waiting for their calls, in the order they were added; each call uses up at most one. */
public final class Faults {
    private static final long LONGEST_HANG_SECONDS = 120;

    private final List<Fault> waiting = new ArrayList<>();
    private CountDownLatch release = new CountDownLatch(1);

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** Forgets every fault and lets go of the calls that hang; their connections are closed unanswered. */
    public synchronized void clear() {
        waiting.clear();
        release.countDown();
        release = new CountDownLatch(1);
    }

    synchronized Optional<Armed> take(String service, String operation) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.hits(service, operation)) {
                if (fault.times() == 1) {
                    waiting.remove(i);
                } else {
                    waiting.set(i, fault.spentOnce());
                }
                return Optional.of(new Armed(fault, release));
            }
        }
        return Optional.empty();
    }

    /** A fault in the hands of the call it hits, with the release that was valid when it was taken. */
    record Armed(Fault fault, CountDownLatch release) {
        void hang() {
            try {
                boolean _ = release.await(LONGEST_HANG_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
