package dev.latchkey.crypto;

import org.jspecify.annotations.Nullable;

/**
 * The cost of one hash, RFC 9106 section 3.1: memory in KiB, passes, lanes. A stored hash names its own cost. A cost
 * that could exhaust a function's memory or time is refused before anything is allocated: IllegalStateException.
 */
public record Argon2Cost(int kibibytes, int passes, int lanes) {

    /**
     * The cost of new password hashes: the second of the equivalent choices for Argon2id in OWASP's Password Storage
     * Cheat Sheet.
     */
    public static final Argon2Cost OF_PASSWORDS = new Argon2Cost(19_456, 2, 1);

    private static final int MOST_KIBIBYTES = 65_536;
    private static final int MOST_PASSES = 10;
    private static final int MOST_LANES = 4;
    private static final int LEAST_KIBIBYTES_PER_LANE = 8;

    public Argon2Cost {
        require(lanes >= 1 && lanes <= MOST_LANES);
        require(passes >= 1 && passes <= MOST_PASSES);
        require(kibibytes >= LEAST_KIBIBYTES_PER_LANE * lanes && kibibytes <= MOST_KIBIBYTES);
    }

    private static void require(boolean bearable) {
        if (!bearable) {
            throw new IllegalStateException("a password hash names a cost out of bounds");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Argon2Cost cost
                && kibibytes == cost.kibibytes
                && passes == cost.passes
                && lanes == cost.lanes;
    }

    @Override
    public int hashCode() {
        return kibibytes + passes + lanes;
    }
}
