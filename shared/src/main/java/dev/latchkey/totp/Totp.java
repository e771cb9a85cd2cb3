package dev.latchkey.totp;

import com.warrenstrange.googleauth.GoogleAuthenticator;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Time-based one-time passwords, RFC 6238: SHA-1, six digits, steps of 30 seconds from the Unix epoch. The library only
 * computes the code: its own check refuses 000000, reads more than six digits and doesn't tell the step.
 */
public final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final long STEP_MILLIS = STEP_SECONDS * 1_000L;
    private static final int STEPS_EITHER_SIDE = 1;

    /**
     * Has no secret. Its random generator is never used, so it is never seeded, neither before a snapshot nor after.
     */
    private static final GoogleAuthenticator CODES = new GoogleAuthenticator();

    private Totp() {}

    /** The time step of an instant. A step begins with its first millisecond. */
    public static long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    public static TotpCode at(TotpSecret secret, long step) {
        return TotpCode.of(CODES.getTotpPassword(secret.base32(), step * STEP_MILLIS));
    }

    /**
     * The step whose code this is: the current one, the one before or the one after (RFC 6238, section 5.2). If several
     * have the same code it is the highest, so that spending it leaves none of them usable. All three are always
     * computed. The caller checks whether the step is spent.
     */
    public static OptionalLong match(TotpSecret secret, TotpCode code, Instant now) {
        OptionalLong matching = OptionalLong.empty();
        long current = step(now);
        for (long step = current - STEPS_EITHER_SIDE; step <= current + STEPS_EITHER_SIDE; step++) {
            if (at(secret, step).sameAs(code)) {
                matching = OptionalLong.of(step);
            }
        }
        return matching;
    }
}
