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
 * All links with one scope for one principal, in the order in which they were created. Unopened links below the floor are
 * superseded. For request links the floor is the link that was claimed last. For sign-in links, a claim sets the floor above all
 * links that were requested until then. So a client who requests two links may use either, and a request supersedes nothing.
 *
 * @param floor the sequence of the earliest link that is not superseded, 0 for all
 * @param session the session of the device that claimed the request link at the floor
 * @param claimed the sequence of the sign-in link that was claimed last, 0 for none
 */
record LinkSeries(long floor, @Nullable SessionId session, long claimed) {

    private static final int TIE_BITS = 10;
    private static final String FLOOR = "floor";
    private static final String SESSION = "session";
    private static final String CLAIMED = "claimed";

    /** The superseded links have expired by then. */
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
     * The sequence of a link that is created now: the microsecond, then a random tie-breaker. It is above the floor even if
     * another machine's clock is ahead. It needs no write, so concurrent requests for links don't conflict.
     */
    long next(Instant now, int tie) {
        long microseconds = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return Math.max(microseconds << TIE_BITS, floor + 1) + tie;
    }

    /**
     * Whether a later link supersedes this one. A claimed sign-in link stays valid for its device, whichever link is claimed
     * later. Link and series are read in one batch, which is not a snapshot, so the series may show a claim that the link does
     * not show yet.
     */
    boolean supersedes(MagicLink link) {
        boolean opened = link.isSignIn() && (link.claim() != null || claimed == link.sequence());
        return floor > link.sequence() && !opened;
    }

    /** Makes this the claimed request link of the series; the condition fails if the series changed since it was read. */
    Write claim(MagicLink link, SessionId next) {
        Condition asRead = session == null ? Condition.missing(SESSION) : Condition.equal(SESSION, session.text());
        return Write.update(
                link.id().threadKey(),
                ItemUpdate.none().set(FLOOR, link.sequence()).set(SESSION, next.text()),
                asRead);
    }

    /**
     * Replaces the session of the device that claimed the request link; the condition fails if another link was
     * claimed.
     */
    static Write replaceSession(LinkId link, SessionId earlier, SessionId later) {
        return Write.update(
                link.threadKey(),
                ItemUpdate.none().set(SESSION, later.text()),
                Condition.equal(SESSION, earlier.text()));
    }

    /** Supersedes the other sign-in links that were requested until now; the condition fails if one of them was claimed. */
    Write claimSignIn(MagicLink link, Instant now) {
        long next = Math.max(next(now, TIES), link.sequence() + 1);
        return Write.update(
                link.id().threadKey(),
                ItemUpdate.none().set(FLOOR, next).set(CLAIMED, link.sequence()).timeToLive(now.plus(SIGN_IN_KEPT)),
                Condition.missing(FLOOR).or(Condition.atMost(FLOOR, link.sequence())));
    }
}
