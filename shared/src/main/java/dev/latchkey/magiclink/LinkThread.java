package dev.latchkey.magiclink;

import dev.latchkey.session.SessionId;
import dev.latchkey.store.Item;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * All links of one contact to one request, in the order they were sent. The latest claimed one is the one that counts:
 * claiming it supersedes all that were sent before it.
 *
 * @param claimed the sequence of the latest claimed one, 0 for none
 * @param session the session of the device that claimed it
 */
record LinkThread(long claimed, @Nullable SessionId session) {

    private static final int TIE_BITS = 10;

    /** How many ties a sequence can break. */
    static final int TIES = 1 << TIE_BITS;

    static LinkThread of(@Nullable Item item) {
        if (item == null) {
            return new LinkThread(0, null);
        }
        return new LinkThread(
                item.number("claimed"), SessionId.parse(item.text("session")).orElseThrow());
    }

    /**
     * The place of a link that is sent now: by the microsecond, and then by lot. It comes after whatever is claimed
     * already, even where another machine's clock is ahead. No write is needed to take it, so links sent at once don't
     * wait for each other.
     */
    long next(Instant now, int tie) {
        long microseconds = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return Math.max(microseconds << TIE_BITS, claimed + 1) + tie;
    }

    boolean supersedes(MagicLink link) {
        return claimed > link.sequence();
    }
}
