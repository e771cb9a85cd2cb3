package dev.latchkey.magiclink;

import dev.latchkey.session.SessionId;
import dev.latchkey.store.Changes;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * All links of one reach to one holder, in the order they were made. Links below the floor are superseded: of request
 * links the floor is the one claimed last, of sign-in links the one mailed last. Whatever was mailed of earlier sign-in
 * links when a later one is asked for is superseded at that instant; a mail that is still under way is not, and so
 * brings no dead link, but only until the later one's leaves.
 *
 * @param floor the sequence of the earliest link that still counts, 0 for all
 * @param session the session of the device that claimed the request link at the floor
 * @param asked the sequence of the sign-in link asked for last, 0 for none
 * @param askedAt when it was asked for
 */
record LinkThread(long floor, @Nullable SessionId session, long asked, Instant askedAt) {

    private static final int TIE_BITS = 10;
    private static final String FLOOR = "floor";
    private static final String SESSION = "session";
    private static final String ASKED = "asked";
    private static final String ASKED_AT = "askedAt";

    /** By then the links that it superseded are too old themselves. */
    private static final Duration SIGN_IN_KEPT = Duration.ofDays(7);

    /** How many ties a sequence can break. */
    static final int TIES = 1 << TIE_BITS;

    static LinkThread of(@Nullable Item item) {
        if (item == null) {
            return new LinkThread(0, null, 0, Instant.EPOCH);
        }
        String session = item.optionalText(SESSION);
        return new LinkThread(
                item.number(FLOOR, 0),
                session == null ? null : SessionId.parse(session).orElseThrow(),
                item.number(ASKED, 0),
                Instant.ofEpochMilli(item.number(ASKED_AT, 0)));
    }

    /**
     * The place of a link that is made now: by the microsecond, and then by lot. It comes after all that count in any
     * case, even where another machine's clock is ahead. No write is needed to take it, so request links sent at once don't
     * wait for each other.
     */
    long next(Instant now, int tie) {
        long microseconds = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return Math.max(microseconds << TIE_BITS, Math.max(floor, asked) + 1) + tie;
    }

    /** Whatever was mailed of it. */
    boolean supersedes(MagicLink link) {
        return floor > link.sequence();
    }

    boolean supersedes(MagicLink link, Sending sending) {
        return supersedes(link) || (asked > link.sequence() && sending.at().isBefore(askedAt));
    }

    /** Makes this the claimed request link of the thread, unless the thread moved on since it was read. */
    Write claim(MagicLink link, SessionId by) {
        Condition asRead = session == null ? Condition.missing(SESSION) : Condition.equal(SESSION, session.text());
        return Write.update(
                link.id().threadKey(),
                Changes.none().set(FLOOR, link.sequence()).set(SESSION, by.text()),
                asRead);
    }

    /** The device that claimed the request link at the floor has another session; loses where another device claimed one. */
    static Write replaceSession(LinkId link, SessionId earlier, SessionId later) {
        return Write.update(
                link.threadKey(), Changes.none().set(SESSION, later.text()), Condition.equal(SESSION, earlier.text()));
    }

    /** Makes this the sign-in link asked for last, unless a later one was meanwhile. */
    static Write ask(MagicLink link, Instant now) {
        return Write.update(
                link.id().threadKey(),
                Changes.none().set(ASKED, link.sequence()).set(ASKED_AT, now).timeToLive(now.plus(SIGN_IN_KEPT)),
                Condition.missing(ASKED).or(Condition.less(ASKED, link.sequence())));
    }

    /** Makes this the sign-in link mailed last; loses where a later one was. */
    static Write mailed(MagicLink link) {
        return Write.update(
                link.id().threadKey(),
                Changes.none().set(FLOOR, link.sequence()),
                Condition.missing(FLOOR).or(Condition.atMost(FLOOR, link.sequence())));
    }

    /** Fails a transaction where what this sending carried was superseded. */
    static Write checkCounts(MagicLink link, Sending sending) {
        Condition latestMailed = Condition.missing(FLOOR).or(Condition.atMost(FLOOR, link.sequence()));
        Condition latestAsked = Condition.missing(ASKED)
                .or(Condition.atMost(ASKED, link.sequence()))
                .or(Condition.atMost(ASKED_AT, sending.at().toEpochMilli()));
        return Write.check(link.id().threadKey(), latestMailed.and(latestAsked));
    }
}
