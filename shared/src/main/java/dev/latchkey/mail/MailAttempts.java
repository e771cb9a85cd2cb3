package dev.latchkey.mail;

import dev.latchkey.store.Condition;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The attempts at a mail. They are in an item next to its intent, because a change of the intent would bring it to the
 * sender again. The item also holds the lease of the present sender: a queue can deliver one message to two at once.
 */
public final class MailAttempts {

    /** Longer than the sender runs, and as long as the queue's visibility timeout. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration KEPT = Duration.ofDays(2);
    private static final String LEASED_BY = "leasedBy";
    private static final String LEASED_UNTIL = "leasedUntil";

    private final Table table;

    public MailAttempts(Table table) {
        this.table = table;
    }

    static Key key(MailId id) {
        return new Key(id.key().pk(), Key.join("tries", id.id()));
    }

    /** Fails while another sender has the lease. */
    static Write take(MailId id, String lease, Instant now) {
        ItemUpdate taken = ItemUpdate.none()
                .set(LEASED_BY, lease)
                .set(LEASED_UNTIL, now.plus(LEASE))
                .timeToLive(now.plus(KEPT));
        Condition free = Condition.missing(LEASED_BY).or(Condition.atMost(LEASED_UNTIL, now.toEpochMilli()));
        return Write.update(key(id), taken, free);
    }

    /** Releases the lease for the next attempt. */
    void release(MailId id, String lease) {
        table.change(Write.update(
                key(id), ItemUpdate.none().remove(LEASED_BY).remove(LEASED_UNTIL), Condition.equal(LEASED_BY, lease)));
    }

    /** Records a failure and returns how many of its kind there were. */
    public long count(MailId id, MailFailure failure, Instant now) {
        String name = failure.reason();
        ItemUpdate counted = ItemUpdate.none().increment(name).timeToLive(now.plus(KEPT));
        return Objects.requireNonNull(table.change(Write.update(key(id), counted)))
                .number(name);
    }
}
