package dev.latchkey.store;

import java.time.Duration;

/**
 * Time limits for AWS, so that an API function always has the time to answer.
 *
 * @param connect to open a connection
 * @param attempt one attempt, from sending to the whole reply
 * @param call one call, with all its attempts and the pauses between them
 * @param rounds how long new rounds of a decision are begun while others write at the same time
 */
public record CallLimits(Duration connect, Duration attempt, Duration call, Duration rounds) {

    /** The limits of functions: as many calls as a request makes at most must fit into a function's time. */
    public static final CallLimits OF_FUNCTIONS =
            new CallLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(5));
}
