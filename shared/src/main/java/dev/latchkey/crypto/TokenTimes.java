package dev.latchkey.crypto;

import java.time.Duration;
import java.time.Instant;

/**
 * The one place where a token's times are judged, RFC 7519 section 4.1. {@code exp} and {@code iat} must be there, and all
 * that are there must be whole seconds.
 */
public final class TokenTimes {

    private TokenTimes() {}

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
        return token.number("exp").getAsLong() > earliestEnd
                && token.number("iat").getAsLong() <= latestStart
                && (!token.has("nbf") || token.number("nbf").orElse(Long.MAX_VALUE) <= latestStart);
    }
}
