package dev.latchkey.local.events;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * When an empty stream is looked at: as soon as something has been written to the table through the local endpoint, ten
 * milliseconds apart at the least, and once a second in any case. So mail is there when a person looks, and an idle server
 * costs next to nothing.
 */
final class Pulse {
    private static final long SHORTEST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition beaten = lock.newCondition();
    private long beats;

    void beat() {
        lock.lock();
        try {
            beats++;
            beaten.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long beats() {
        lock.lock();
        try {
            return beats;
        } finally {
            lock.unlock();
        }
    }

    /** Returns early when there has been a beat since {@code seen}; a second without one is one. */
    void pauseSince(long seen) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(SHORTEST_MILLIS);
        long left = TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS - SHORTEST_MILLIS);
        lock.lockInterruptibly();
        try {
            while (beats == seen && left > 0) {
                left = beaten.awaitNanos(left);
            }
            if (beats == seen) {
                beat();
            }
        } finally {
            lock.unlock();
        }
    }
}
