package dev.latchkey.store;

import java.util.List;
import java.util.function.Supplier;

/**
 * What one round of a use case comes to: it reads, and decides by that alone. {@link Table#decide} carries it out, and begins
 * another round where somebody else wrote first.
 */
public sealed interface Decision<T> {

    /** This is the answer; nothing is to be written for it. */
    record Answered<T>(T answer) implements Decision<T> {}

    /**
     * This is the answer once all is written, in one transaction.
     *
     * @param otherwise decides where a condition of a write failed; mostly {@link Overtaken}
     */
    record Proposed<T>(List<Write> writes, T answer, Supplier<Decision<T>> otherwise) implements Decision<T> {}

    /** What was read holds no more: decide again by what is stored now. */
    record Overtaken<T>() implements Decision<T> {}

    static <T> Decision<T> answer(T answer) {
        return new Answered<>(answer);
    }

    /** Decided again where a condition fails. */
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
