package dev.latchkey.functions;

import dev.latchkey.crypto.Argon2Cost;
import dev.latchkey.crypto.HashingConcurrency;
import dev.latchkey.store.CallLimits;
import java.time.Duration;

/**
 * The minimum cost and maximum duration of work. No environment variable changes them: a deployed function has
 * {@link #OF_FUNCTIONS}, and only code that builds the composition root, like tests of other things, can set others.
 *
 * @param hash cost of a new password hash
 * @param turns how many hashes run at once, and how long others wait
 * @param calls how long AWS may take
 * @param breachedPasswords how long the range service may take in total
 */
public record WorkLimits(Argon2Cost hash, HashingConcurrency turns, CallLimits calls, Duration breachedPasswords) {

    public static final WorkLimits OF_FUNCTIONS = new WorkLimits(
            Argon2Cost.OF_PASSWORDS, HashingConcurrency.ofProcess(), CallLimits.OF_FUNCTIONS, Duration.ofSeconds(1));
}
