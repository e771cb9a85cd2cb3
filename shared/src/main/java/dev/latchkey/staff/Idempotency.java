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
 * One keyed request of a staff member. Its answer is written in the transaction of its effect: of two at once one takes
 * effect, and the other finds the answer when it decides anew. There is no state in between to be stuck in.
 *
 * @param key where the answer is kept, per firm, staff member and key
 * @param fingerprint what was asked, on which route
 */
public record Idempotency(Key key, String fingerprint) {

    /** With which the sort keys of a firm's kept answers begin. */
    public static final String PREFIX = "idempotency#";

    private static final String ANSWER = "answer";
    private static final String PLAN = "plan";
    private static final Duration KEPT = Duration.ofHours(24);

    /** What is known of a keyed request. */
    public sealed interface Earlier {

        /** Nothing: it is new, or a day has passed. */
        record None() implements Earlier {}

        /** It was answered. */
        record Answered(Map<String, String> answer) implements Earlier {}

        /** The key was used for something else. */
        record OtherRequest() implements Earlier {}
    }

    public static Idempotency of(StaffMember member, IdempotencyKey key, String... request) {
        String name = Digest.sha256(member.subject() + "\n" + key.value());
        return new Idempotency(
                new Key(Key.join(member.firm().value(), "firm"), PREFIX + name),
                Digest.sha256(String.join("\n", request)));
    }

    /** What a kept answer says, or what is planned under its name. */
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

    /** One part of a request that is carried out in several transactions, each of which keeps its own answer. */
    public Idempotency part(String name) {
        return new Idempotency(
                new Key(key.pk(), key.sk() + "." + Digest.sha256(name)), Digest.sha256(fingerprint + "\n" + name));
    }

    /** Takes the name for such a request before its first part, and keeps what that is to be; loses where it is taken. */
    public Write begin(Map<String, String> plan, Instant now) {
        return Write.put(item(PLAN, plan, now), unused(now));
    }

    /** What such a request was to be that began and was not answered; {@code null} where none did. */
    public @Nullable Map<String, String> begun(@Nullable Item stored, Instant now) {
        if (stored == null || !now.isBefore(stored.time("expiresAt"))) {
            return null;
        }
        return stored.text("fingerprint").equals(fingerprint)
                ? stored.rows(PLAN).getFirst()
                : null;
    }

    /** Keeps the answer of such a request after its last part. */
    public Write finish(Map<String, String> answer, Instant now) {
        return Write.put(item(ANSWER, answer, now), Condition.equal("fingerprint", fingerprint));
    }

    /**
     * What to answer without doing anything, by what was read; {@code null} where the request is to be carried out, also
     * where it has no name.
     *
     * @param again makes the kept answer's outcome
     * @param reused makes the outcome of a name that was used for something else
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

    /** The write that keeps the answer of a request that has a name; none where it has none. */
    public static List<Write> kept(@Nullable Idempotency named, Map<String, String> answer, Instant now) {
        return named == null ? List.of() : List.of(named.remember(answer, now));
    }

    /** Keeps the answer for a day, unless somebody else's is kept. */
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
