package dev.latchkey.mail;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often the sending of one mail is tried again. The stream brings a failed record back at once and for a day; an
 * outage would so add a secret every moment. A pause grows to a tenth of the mail's age, and to a minute at most.
 */
public final class Retries {

    private static final int PART_OF_AGE = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private Retries() {}

    public static boolean isTooSoon(Instant intendedAt, @Nullable Instant triedAt, Instant now) {
        if (triedAt == null || now.isBefore(triedAt)) {
            return false;
        }
        Duration pause = Duration.between(intendedAt, triedAt).dividedBy(PART_OF_AGE);
        return now.isBefore(triedAt.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }
}
