package dev.latchkey.store;

import java.time.Duration;

/**
 * How long AWS may take, so that an API function always has the time to answer honestly.
 *
 * @param connect to open a connection
 * @param attempt one attempt, from sending to the whole reply
 * @param call one call, all its attempts and the pauses between them together
 * @param rounds how long a decision is begun anew because others write at the same time
 */
public record CallLimits(Duration connect, Duration attempt, Duration call, Duration rounds) {

    /** What functions have: as many calls as a request makes at most must fit into a function's time. */
    public static final CallLimits OF_FUNCTIONS =
            new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(5));
}
