package dev.latchkey.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one round of a use case decides, by what it read. {@link Table#decide} carries it out, and begins another round
 * if another write came first.
 */
public sealed interface Decision<T> {

    /** The answer, which needs no write. */
    record Answered<T>(T answer) implements Decision<T> {}

    /**
     * The answer if all writes are done, in one transaction.
     *
     * @param otherwise decides if a condition of a write failed; usually {@link Overtaken}
     */
    record Proposed<T>(List<Write> writes, T answer, Supplier<Decision<T>> otherwise) implements Decision<T> {}

    /** What was read is outdated: decide again by what is stored now. */
    record Overtaken<T>() implements Decision<T> {}

    /** The same with another answer made of this one's. */
    default <U> Decision<U> map(Function<T, U> other) {
        return switch (this) {
            case Answered<T>(T answer) -> new Answered<>(other.apply(answer));
            case Proposed<T>(var writes, T answer, var otherwise) ->
                new Proposed<>(
                        writes, other.apply(answer), () -> otherwise.get().map(other));
            case Overtaken<T> _ -> new Overtaken<>();
        };
    }

    static <T> Decision<T> answer(T answer) {
        return new Answered<>(answer);
    }

    /** Decides again if a condition fails. */
    static <T> Decision<T> commit(List<Write> writes, T answer) {
        return commit(writes, answer, Overtaken::new);
    }

    static <T> Decision<T> commit(List<Write> writes, T answer, Supplier<Decision<T>> otherwise) {
        return new Proposed<>(writes, answer, otherwise);
    }

    static <T> Decision<T> overtaken() {
        return new Overtaken<>();
    }
}
