package dev.latchkey.twofactor;

import dev.latchkey.reauthentication.AuthenticatedAccount;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * What one round of {@link Table#decide} decides by. The first round uses what was read before the code was judged, each
 * later round reads again.
 *
 * @param found the account or the login; {@code null} where it has ended
 * @param reread all that is stored by now; {@code null} in the first round
 */
record Basis<T>(@Nullable T found, @Nullable ItemBatch reread) {

    /** For the first round. */
    static <T> Basis<T> judged(T found) {
        return new Basis<>(found, null);
    }

    /** For a later round. */
    static Basis<AuthenticatedAccount> reread(@Nullable AuthenticatedAccount now) {
        return new Basis<>(now, now == null ? null : now.stored());
    }

    /** For a later round. */
    static Basis<PendingLogin> reread(@Nullable PendingLogin now) {
        return new Basis<>(now, now == null ? null : now.stored());
    }
}
