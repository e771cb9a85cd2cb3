package dev.latchkey.account;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Reauthentication} found to be right, waiting to be spent.
 *
 * @param password the try of the password
 * @param factor {@code null} where there is no authenticator
 */
public record ReauthenticationProof(
        PasswordAttempt password, @Nullable FactorProof factor) {

    /**
     * Forgives the tries as they were read; or, where that was overtaken, by what is stored now.
     *
     * @param again what is stored now, {@code null} the first time
     */
    public List<Write> forgive(@Nullable ItemBatch again) {
        List<Write> writes = new ArrayList<>(again == null ? password.succeed() : password.succeed(again));
        if (factor != null) {
            writes.addAll(factor.forgive(again));
        }
        return writes;
    }

    /** Tells of a recovery code, if it was one. */
    public List<Write> told(
            AccountEvents events,
            RecoveryCodeUse use,
            AuthenticatedAccount who,
            RequestSource requestSource,
            Instant now) {
        return factor == null ? List.of() : factor.told(events, use, who, requestSource, now);
    }

    /** Spends the code, where there is one. */
    public List<Write> spend(AuthenticatedAccount who) {
        return factor == null ? List.of() : List.of(factor.spend(who));
    }
}
