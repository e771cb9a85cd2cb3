package dev.latchkey.crypto;

import java.time.Duration;
import java.time.Instant;

/**
 * The one place where a token's times are judged, RFC 7519 section 4.1. {@code exp} and {@code iat} must be there, and all
 * that are there must be whole seconds, the end within the calendar.
 */
public final class TimeClaims {

    /** The end of the year 9999, as RFC 3339 can still write it. Later is no time that anybody meant. */
    private static final long LAST_OF_ALL = 253_402_300_799L;

    private TimeClaims() {}

    /**
     * Whether the token may be used now.
     *
     * @param earlyBy how far {@code iat} and {@code nbf} may lie ahead of our clock
     * @param lateBy how long after {@code exp} it is still taken
     */
    public static boolean hold(Jws token, Instant now, Duration earlyBy, Duration lateBy) {
        boolean oddStart = token.has("nbf") && token.number("nbf").isEmpty();
        if (oddStart || token.number("exp").isEmpty() || token.number("iat").isEmpty()) {
            return false;
        }
        long latestStart = now.plus(earlyBy).getEpochSecond();
        long earliestEnd = now.minus(lateBy).getEpochSecond();
        long end = token.number("exp").getAsLong();
        return end > earliestEnd
                && end <= LAST_OF_ALL
                && token.number("iat").getAsLong() <= latestStart
                && token.number("nbf").orElse(0) <= latestStart;
    }

    /**
     * Whether a token whose times {@linkplain #hold hold} was made for so long at most. Then it isn't older either: an end
     * alone says nothing of when a person last proved who they are.
     */
    public static boolean lastsAtMost(Jws token, Duration life) {
        long made = token.number("iat").orElseThrow();
        return token.number("exp").orElseThrow() <= made + life.toSeconds();
    }
}
