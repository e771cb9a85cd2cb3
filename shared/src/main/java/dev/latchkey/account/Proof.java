package dev.latchkey.account;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.Try;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.authenticator.TotpStep;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Reauthentication} found to be right, waiting to be spent.
 *
 * @param password the try of the password
 * @param authenticator whose code was right, and {@code code} which step; {@code null} where there is none
 */
public record Proof(PasswordTry password, @Nullable Authenticator authenticator, TotpStep.Step.@Nullable Right code) {

    /**
     * Forgives the tries as they were read; or, where that was overtaken, by what is stored now.
     *
     * @param again what is stored now, {@code null} the first time
     */
    public List<Write> forgive(Insider who, @Nullable Snapshot again) {
        List<Write> writes = new ArrayList<>(again == null ? password.succeed() : password.succeed(again));
        if (authenticator != null && code != null) {
            writes.addAll(forgiving(who.codeBudget(), code.taken().one(), again));
        }
        return writes;
    }

    /** Spends the step, where there is a code. */
    public List<Write> spendStep(Insider who) {
        return authenticator == null || code == null
                ? List.of()
                : List.of(AuthenticatorItem.spend(who.authenticatorKey(), authenticator, code.step()));
    }

    /** Whether it counts for nothing any more, because the password, the authenticator or the step is another by now. */
    public boolean isStale(Insider then, Insider now) {
        return now.account().passwordVersion() != then.account().passwordVersion()
                || !Objects.equals(id(now.authenticator()), id(authenticator))
                || (code != null
                        && now.authenticator() != null
                        && now.authenticator().isSpent(code.step()));
    }

    private static @Nullable String id(@Nullable Authenticator authenticator) {
        return authenticator == null ? null : authenticator.id();
    }

    private static List<Write> forgiving(AttemptBudget budget, Try one, @Nullable Snapshot again) {
        return again == null ? List.of(budget.forgive(one)) : budget.forgiving(one, again.get(budget.key()));
    }
}
