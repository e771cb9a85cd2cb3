package dev.latchkey.crypto;

import java.time.Duration;
import java.time.Instant;

/**
 * Judges the times of a token, RFC 7519 section 4.1. {@code exp} and {@code iat} are required. All times must be whole
 * seconds, and the end within the calendar.
 */
public final class TimeClaims {

    /** The end of the year 9999, the last that RFC 3339 can write. A later time is a mistake. */
    private static final long LAST_OF_ALL = 253_402_300_799L;

    private TimeClaims() {}

    /**
     * Whether the token may be used now.
     *
     * @param earlyBy how far {@code iat} and {@code nbf} may lie ahead of our clock
     * @param lateBy how long after {@code exp} it is still accepted
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
     * Whether a token whose times {@linkplain #hold hold} has at most this lifetime. Then it isn't older either: {@code
     * exp} alone doesn't tell when a person last authenticated.
     */
    public static boolean lastsAtMost(Jws token, Duration life) {
        long made = token.number("iat").orElseThrow();
        return token.number("exp").orElseThrow() <= made + life.toSeconds();
    }
}
