package dev.latchkey.store;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one round of {@link Table#decide} decides by. The first round uses what was read before a password or code was judged,
 * each later round reads again.
 *
 * @param found the account or the login; {@code null} where it has ended
 * @param reread all that is stored by now; {@code null} in the first round
 */
public record Basis<T>(@Nullable T found, @Nullable ItemBatch reread) {

    /** For the first round. */
    public static <T> Basis<T> judged(T found) {
        return new Basis<>(found, null);
    }

    /**
     * For a later round.
     *
     * @param stored gives what was read with it
     */
    public static <T> Basis<T> reread(@Nullable T now, Function<T, ItemBatch> stored) {
        return new Basis<>(now, now == null ? null : stored.apply(now));
    }
}
