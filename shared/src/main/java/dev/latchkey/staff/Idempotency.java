package dev.latchkey.staff;

import dev.latchkey.crypto.Digest;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request of a staff member with an idempotency key. Its answer is written in the transaction of its effect: of two
 * concurrent requests one takes effect, and the other finds the answer when it decides again. There is no intermediate
 * state.
 *
 * @param key where the answer is stored, per firm, staff member and idempotency key
 * @param fingerprint a hash of the request and its route
 */
public record Idempotency(Key key, String fingerprint) {

    /** The prefix of the sort keys of a firm's stored answers. */
    public static final String PREFIX = "idempotency#";

    private static final String ANSWER = "answer";
    private static final String PLAN = "plan";
    private static final Duration KEPT = Duration.ofHours(24);

    /** What is stored about a request with this key. */
    public sealed interface Earlier {

        /** Nothing: the key is new, or its day has passed. */
        record None() implements Earlier {}

        /** The request was answered. */
        record Answered(Map<String, String> answer) implements Earlier {}

        /** The key was used for another request. */
        record OtherRequest() implements Earlier {}
    }

    public static Idempotency of(StaffMember member, IdempotencyKey key, String... request) {
        String name = Digest.sha256(member.subject() + "\n" + key.value());
        return new Idempotency(
                new Key(Key.join(member.firm().value(), "firm"), PREFIX + name),
                Digest.sha256(String.join("\n", request)));
    }

    /** The texts of a stored answer or plan. */
    public static Stream<String> texts(Item kept) {
        return Stream.of(ANSWER, PLAN).flatMap(kind -> kept.rows(kind).stream()).flatMap(row -> row.values().stream());
    }

    public Earlier judge(@Nullable Item stored, Instant now) {
        if (stored == null || !now.isBefore(stored.time("expiresAt"))) {
            return new Earlier.None();
        }
        if (!stored.text("fingerprint").equals(fingerprint)) {
            return new Earlier.OtherRequest();
        }
        List<Map<String, String>> answers = stored.rows(ANSWER);
        return answers.isEmpty() ? new Earlier.None() : new Earlier.Answered(answers.getFirst());
    }

    /** One part of a request that is carried out in several transactions, each of which stores its own answer. */
    public Idempotency part(String name) {
        return new Idempotency(
                new Key(key.pk(), key.sk() + "." + Digest.sha256(name)), Digest.sha256(fingerprint + "\n" + name));
    }

    /**
     * Reserves the key for such a request before its first part, and stores its plan. The condition fails if the key is
     * in use.
     */
    public Write begin(Map<String, String> plan, Instant now) {
        return Write.put(item(PLAN, plan, now), unused(now));
    }

    /** The plan of such a request that has begun; {@code null} if none has. */
    public @Nullable Map<String, String> begun(@Nullable Item stored, Instant now) {
        if (stored == null || !now.isBefore(stored.time("expiresAt"))) {
            return null;
        }
        return stored.text("fingerprint").equals(fingerprint)
                ? stored.rows(PLAN).getFirst()
                : null;
    }

    /** Stores the answer of such a request after its last part. */
    public Write finish(Map<String, String> answer, Instant now) {
        return Write.put(item(ANSWER, answer, now), Condition.equal("fingerprint", fingerprint));
    }

    /**
     * The outcome of an earlier request with the same key; {@code null} if the request is to be carried out, also if it
     * has no key.
     *
     * @param again makes the outcome of the stored answer
     * @param reused makes the outcome of a key that was used for another request
     */
    public static <T> @Nullable T earlier(
            @Nullable Idempotency named,
            ItemBatch stored,
            Instant now,
            Function<Map<String, String>, T> again,
            Supplier<T> reused) {
        if (named == null) {
            return null;
        }
        return switch (named.judge(stored.get(named.key()), now)) {
            case Earlier.Answered(Map<String, String> answer) -> again.apply(answer);
            case Earlier.OtherRequest other -> reused.get();
            case Earlier.None none -> null;
        };
    }

    /** The write that stores the answer of a request; none if the request has no key. */
    public static List<Write> kept(@Nullable Idempotency named, Map<String, String> answer, Instant now) {
        return named == null ? List.of() : List.of(named.remember(answer, now));
    }

    /** Stores the answer for a day. The condition fails if the key is in use. */
    private Write remember(Map<String, String> answer, Instant now) {
        return Write.put(item(ANSWER, answer, now), unused(now));
    }

    private Item item(String kind, Map<String, String> row, Instant now) {
        Instant end = now.plus(KEPT);
        return Item.at(key)
                .text("fingerprint", fingerprint)
                .rows(kind, List.of(row))
                .time("expiresAt", end)
                .timeToLive(end)
                .build();
    }

    private static Condition unused(Instant now) {
        return Condition.absent().or(Condition.atMost("expiresAt", now.toEpochMilli()));
    }
}
