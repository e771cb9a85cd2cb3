package dev.latchkey.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * The real time plus an offset that may be set at any moment, from any thread. Time goes on from there; it never
 * stands still.
 */
public final class LocalClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    public Duration offset() {
        return offset;
    }

    public synchronized void setOffset(Duration offset) {
        this.offset = offset;
        notifyAll();
    }

    /**
     * Returns once so much time has passed: the real time, or less of it where the clock is moved on meanwhile. Moved
     * back it makes no pause longer.
     */
    public synchronized void pass(Duration pause) throws InterruptedException {
        Instant end = instant().plus(pause);
        long realEnd = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && instant().isBefore(end); left = realEnd - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Refused: nothing here tells time in another zone, and a copy would not follow the offset. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the local clock is UTC");
    }
}
