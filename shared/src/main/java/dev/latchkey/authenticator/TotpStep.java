package dev.latchkey.authenticator;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.Tries;
import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Judges the code of an account's app, for somebody who is in. A try is taken first; a code whose step was spent is a wrong
 * one, and one that can't be judged costs nothing.
 */
public final class TotpStep {

    /** How the step ended. */
    public sealed interface Step {

        /** Not judged: too many were wrong. */
        record Locked(Duration retryAfter) implements Step {}

        /** Right, but not spent yet. Whoever goes on spends the step and forgives the try. */
        record Right(Taking.Taken taken, long step) implements Step {}

        record Wrong(Taking.Taken taken) implements Step {}
    }

    private final Tries tries;
    private final TotpSeal seal;

    public TotpStep(Tries tries, TotpSeal seal) {
        this.tries = tries;
        this.seal = seal;
    }

    public static AttemptBudget budget(FirmId firm, Holder account) {
        return AttemptBudget.of(AttemptBudget.Authenticator.TOTP, firm, account);
    }

    /**
     * Takes a try and judges.
     *
     * @param stored the budget's item as it was read
     */
    public Step judge(
            FirmId firm,
            Holder account,
            Authenticator authenticator,
            @Nullable Item stored,
            TotpCode code,
            Instant now) {
        Step step = judge(firm, account, authenticator.sealedSecret(), stored, code, now);
        return step instanceof Step.Right(Taking.Taken taken, long matched) && authenticator.isSpent(matched)
                ? new Step.Wrong(taken)
                : step;
    }

    /** The same by a secret that is no authenticator's yet. */
    public Step judge(
            FirmId firm, Holder account, String sealedSecret, @Nullable Item stored, TotpCode code, Instant now) {
        return switch (tries.take(budget(firm, account), stored, now)) {
            case Taking.Locked(Duration wait) -> new Step.Locked(wait);
            case Taking.Taken taken -> {
                OptionalLong step = matched(firm, account, sealedSecret, code, now);
                yield step.isPresent() ? new Step.Right(taken, step.getAsLong()) : new Step.Wrong(taken);
            }
        };
    }

    private OptionalLong matched(FirmId firm, Holder account, String sealedSecret, TotpCode code, Instant now) {
        try {
            return Totp.match(seal.open(firm, account, sealedSecret), code, now);
        } catch (KeysUnavailable unjudged) {
            tries.giveBack(budget(firm, account));
            throw unjudged;
        }
    }

    /** Forgives a try that was right though nothing came of it. */
    public void forgive(FirmId firm, Holder account, Taking.Taken right) {
        tries.forgive(budget(firm, account), right.one());
    }
}
