package dev.latchkey.magiclink;

import dev.latchkey.session.SessionId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * All links of one reach to one holder, in the order they were made. Unopened links below the floor are superseded: of request
 * links the floor is the one claimed last, of sign-in links it is set when one is claimed, above all that were asked for until
 * then. So whoever asks twice may use the mail that comes first, and asking ends nothing.
 *
 * @param floor the sequence of the earliest link that still counts, 0 for all
 * @param session the session of the device that claimed the request link at the floor
 * @param claimed the sequence of the sign-in link that was claimed last, 0 for none
 */
record LinkSeries(long floor, @Nullable SessionId session, long claimed) {

    private static final int TIE_BITS = 10;
    private static final String FLOOR = "floor";
    private static final String SESSION = "session";
    private static final String CLAIMED = "claimed";

    /** By then the links that it superseded are too old themselves. */
    private static final Duration SIGN_IN_KEPT = Duration.ofDays(7);

    /** How many ties a sequence can break. */
    static final int TIES = 1 << TIE_BITS;

    static LinkSeries of(@Nullable Item item) {
        if (item == null) {
            return new LinkSeries(0, null, 0);
        }
        String session = item.optionalText(SESSION);
        return new LinkSeries(
                item.number(FLOOR, 0),
                session == null ? null : SessionId.parse(session).orElseThrow(),
                item.number(CLAIMED, 0));
    }

    /**
     * The place of a link that is made now: by the microsecond, and then by lot. It comes after all that count in any
     * case, even where another machine's clock is ahead. No write is needed to take it, so request links sent at once don't
     * wait for each other.
     */
    long next(Instant now, int tie) {
        long microseconds = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return Math.max(microseconds << TIE_BITS, floor + 1) + tie;
    }

    /**
     * A sign-in link that was opened is its device's for its time, whichever other is opened later. Link and thread are read
     * in one batch, which is no cut through time, so it may be known here first that a link was claimed.
     */
    boolean supersedes(MagicLink link) {
        boolean opened = link.isSignIn() && (link.claim() != null || claimed == link.sequence());
        return floor > link.sequence() && !opened;
    }

    /** Makes this the claimed request link of the thread, unless the thread moved on since it was read. */
    Write claim(MagicLink link, SessionId by) {
        Condition asRead = session == null ? Condition.missing(SESSION) : Condition.equal(SESSION, session.text());
        return Write.update(
                link.id().threadKey(),
                ItemUpdate.none().set(FLOOR, link.sequence()).set(SESSION, by.text()),
                asRead);
    }

    /** The device that claimed the request link at the floor has another session; loses where another device claimed one. */
    static Write replaceSession(LinkId link, SessionId earlier, SessionId later) {
        return Write.update(
                link.threadKey(),
                ItemUpdate.none().set(SESSION, later.text()),
                Condition.equal(SESSION, earlier.text()));
    }

    /** Ends the other sign-in links that were asked for until now; loses where one of them was claimed before. */
    Write claimSignIn(MagicLink link, Instant now) {
        long next = Math.max(next(now, TIES), link.sequence() + 1);
        return Write.update(
                link.id().threadKey(),
                ItemUpdate.none().set(FLOOR, next).set(CLAIMED, link.sequence()).timeToLive(now.plus(SIGN_IN_KEPT)),
                Condition.missing(FLOOR).or(Condition.atMost(FLOOR, link.sequence())));
    }
}
