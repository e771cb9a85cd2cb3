package dev.latchkey.throttling;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * At most so many in any sixty minutes, also with parallel requests. An item has a number of slots. Each stores when it was
 * last taken, and is free again an hour later, to the millisecond. A slot is taken by a conditional write: of two requests for
 * the same slot one fails, reads again and takes another. A time far in the future comes from a wrong clock. Its slot is free.
 *
 * @param slots how many slots there are
 * @param each how many a slot counts before it is full; with more than one, the last one decides when it is free
 * @param coolDown minimum time between two
 */
public record SlidingWindowLimit(int slots, int each, Duration coolDown) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final String TAKEN_AT = "t";
    private static final String TAKEN = "n";
    private static final String LAST = "last";

    /** A limit of exactly so many in any sixty minutes. */
    public static SlidingWindowLimit of(int most) {
        return new SlidingWindowLimit(most, 1, Duration.ZERO);
    }

    public SlidingWindowLimit withCoolDown(Duration between) {
        return new SlidingWindowLimit(slots, each, between);
    }

    /** Whether one more is allowed, by what is stored and by the clock. */
    public sealed interface Decision {

        /** It is allowed once this write is committed. */
        record Free(Write count) implements Decision {}

        /** It is not allowed before this time is over. */
        record Full(Duration retryAfter) implements Decision {}
    }

    public Decision judge(Key key, @Nullable Item item, Instant now) {
        return judge(key, item, Instant.EPOCH, now);
    }

    /** The same where slots that were taken until then count as free. */
    public Decision judge(Key key, @Nullable Item item, Instant cleared, Instant now) {
        Instant rested = time(item, LAST)
                .filter(last -> !coolDown.isZero() && isRecent(last, coolDown, cleared, now))
                .map(last -> last.plus(coolDown))
                .orElse(now);
        if (rested.isAfter(now)) {
            return new Decision.Full(Duration.between(now, rested));
        }
        List<Integer> started = all().filter(slot -> isTaken(item, slot, cleared, now) && taken(item, slot) < each)
                .boxed()
                .toList();
        if (!started.isEmpty()) {
            return new Decision.Free(more(key, any(started), cleared, now));
        }
        List<Integer> free =
                all().filter(slot -> !isTaken(item, slot, cleared, now)).boxed().toList();
        return free.isEmpty()
                ? new Decision.Full(wait(item, now))
                : new Decision.Free(first(key, any(free), cleared, now));
    }

    private Write first(Key key, int slot, Instant cleared, Instant now) {
        ItemUpdate counted = counted(slot, now);
        return write(
                key,
                each == 1 ? counted : counted.set(TAKEN + slot, 1),
                isOld(TAKEN_AT + slot, HOUR, cleared, now),
                cleared,
                now);
    }

    private Write more(Key key, int slot, Instant cleared, Instant now) {
        return write(key, counted(slot, now).increment(TAKEN + slot), Condition.less(TAKEN + slot, each), cleared, now);
    }

    private Write write(Key key, ItemUpdate changes, Condition slot, Instant cleared, Instant now) {
        return Write.update(key, changes, coolDown.isZero() ? slot : slot.and(isOld(LAST, coolDown, cleared, now)));
    }

    private static ItemUpdate counted(int slot, Instant now) {
        return ItemUpdate.none()
                .set(TAKEN_AT + slot, now)
                .set(LAST, now)
                .timeToLive(now.plus(HOUR).plus(HOUR));
    }

    private static Condition isOld(String name, Duration span, Instant cleared, Instant now) {
        return Condition.missing(name)
                .or(Condition.atMost(name, start(span, cleared, now).toEpochMilli()))
                .or(Condition.more(name, now.plus(CLOCKS_DIFFER).toEpochMilli()));
    }

    private static Instant start(Duration span, Instant cleared, Instant now) {
        Instant start = now.minus(span);
        return cleared.isAfter(start) ? cleared : start;
    }

    private static boolean isRecent(Instant at, Duration span, Instant cleared, Instant now) {
        return at.isAfter(start(span, cleared, now)) && !at.isAfter(now.plus(CLOCKS_DIFFER));
    }

    private boolean isTaken(@Nullable Item item, int slot, Instant cleared, Instant now) {
        return time(item, TAKEN_AT + slot)
                .filter(at -> isRecent(at, HOUR, cleared, now))
                .isPresent();
    }

    /** A slot that counts only one has no attribute for its number. */
    private static long taken(@Nullable Item item, int slot) {
        return item == null ? 0 : item.number(TAKEN + slot, 1);
    }

    /** How long until the first slot is free. */
    private Duration wait(@Nullable Item item, Instant now) {
        return all().mapToObj(slot -> time(item, TAKEN_AT + slot))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(first -> Duration.between(now, first.plus(HOUR)))
                .orElse(HOUR);
    }

    private IntStream all() {
        return IntStream.range(0, slots);
    }

    private static Optional<Instant> time(@Nullable Item item, String name) {
        return Optional.ofNullable(item == null ? null : item.optionalTime(name));
    }

    private static int any(List<Integer> choice) {
        return choice.get(ThreadLocalRandom.current().nextInt(choice.size()));
    }
}
