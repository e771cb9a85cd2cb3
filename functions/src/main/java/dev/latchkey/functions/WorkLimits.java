package dev.latchkey.functions;

import dev.latchkey.crypto.Argon2Cost;
import dev.latchkey.crypto.HashingConcurrency;
import dev.latchkey.store.CallLimits;
import java.time.Duration;

/**
 * What work costs at least and takes at most. No environment variable changes it: a deployed function has
 * {@link #OF_FUNCTIONS}, and only whoever builds the composition root, as tests do that are not about it, may say otherwise.
 *
 * @param hash what a new password hash costs
 * @param turns how many hashes run at once, and how long others wait
 * @param calls how long AWS may take
 * @param breachedPasswords how long the range service may take, all in all
 */
public record WorkLimits(Argon2Cost hash, HashingConcurrency turns, CallLimits calls, Duration breachedPasswords) {

    public static final WorkLimits OF_FUNCTIONS = new WorkLimits(
            Argon2Cost.OF_PASSWORDS, HashingConcurrency.ofProcess(), CallLimits.OF_FUNCTIONS, Duration.ofSeconds(1));
}
