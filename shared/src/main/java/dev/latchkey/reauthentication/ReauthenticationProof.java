package dev.latchkey.reauthentication;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.RecoveryCodeUse;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.password.PasswordAttempt;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Reauthentication} found right and what is not spent yet.
 *
 * @param password the attempt with the password
 * @param factor {@code null} for an account without an authenticator
 */
public record ReauthenticationProof(
        PasswordAttempt password, @Nullable FactorProof factor) {

    /**
     * Forgives the attempts by what was read before; or, in a later round, by what is stored now.
     *
     * @param again what is stored now; {@code null} in the first round
     */
    public List<Write> forgive(@Nullable ItemBatch again) {
        List<Write> writes = new ArrayList<>(password.succeed(again));
        if (factor != null) {
            writes.addAll(factor.forgive(again));
        }
        return writes;
    }

    /** The event and the notice of a recovery code, if one was used. */
    public List<Write> told(
            AccountEvents events,
            RecoveryCodeUse use,
            AuthenticatedAccount who,
            RequestSource requestSource,
            Instant now) {
        return factor == null ? List.of() : factor.told(events, use, who, requestSource, now);
    }

    /** Spends the code, if there is one. */
    public List<Write> spend(AuthenticatedAccount who) {
        return factor == null ? List.of() : List.of(factor.spend(who));
    }
}
