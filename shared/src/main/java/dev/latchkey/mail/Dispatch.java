package dev.latchkey.mail;

import dev.latchkey.contact.Email;
import dev.latchkey.store.Changes;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings one mail to the mail service: notes the try together with what must stand before it leaves, hands it over, and
 * notes that it left. Tries and refusals are counted beside the intent, since a change of that would wake the sender.
 */
public final class Dispatch {

    private static final Duration KEPT = Duration.ofDays(2);
    private static final String TRIED_AT = "triedAt";
    private static final String REFUSALS = "refusals";

    private final Table table;
    private final MailService mail;
    private final Clock clock;

    public Dispatch(Table table, MailService mail, Clock clock) {
        this.table = table;
        this.mail = mail;
        this.clock = clock;
    }

    /** Where tries of a mail are counted. */
    public static Key triesKey(MailId id) {
        return new Key(id.key().pk(), Key.join("tries", id.id()));
    }

    /** Throws where the last try was a moment ago: an outage would be hammered otherwise. */
    public static void rest(OutgoingMail outgoing, @Nullable Item tries, Instant now) {
        if (Retries.isTooSoon(outgoing.at(), tries == null ? null : tries.optionalTime(TRIED_AT), now)) {
            throw new MailUnavailable("too soon after the last try");
        }
    }

    /**
     * Sends the message. Where {@code before} loses, things changed since they were read, and all is looked at again later.
     *
     * @param before what must be written before it leaves
     * @param after what tells that it left
     * @param latest what makes it the latest of its sort; where that loses a later one left first
     */
    public Delivery send(
            OutgoingMail outgoing, Message message, List<Write> before, List<Write> after, @Nullable Write latest) {
        List<Write> writes = new ArrayList<>(before);
        writes.add(tried(outgoing));
        if (table.commit(writes) == Commit.LOST) {
            throw new MailUnavailable("things changed while a mail was made");
        }
        try {
            String messageId = mail.send(message);
            List<Write> left = left(outgoing, message.to(), messageId, after);
            if (latest == null || table.commit(joined(left, latest)) == Commit.LOST) {
                table.commit(left);
            }
            return new Delivery.Delivered(messageId);
        } catch (MailRefused refused) {
            Item counted = table.change(
                    Write.update(triesKey(outgoing.id()), Changes.none().increment(REFUSALS), Condition.present()));
            if (counted != null && counted.number(REFUSALS) >= Delivery.MOST_REFUSALS) {
                return new Delivery.Parked();
            }
            throw refused;
        }
    }

    /** Sends nothing, with as many writes as if it did. */
    public Delivery skip(OutgoingMail outgoing) {
        table.commit(List.of(tried(outgoing), Write.check(outgoing.id().key(), Condition.present())));
        table.commit(List.of(Outbox.done(outgoing.id()), Write.delete(triesKey(outgoing.id()))));
        return new Delivery.NotNeeded();
    }

    private Write tried(OutgoingMail outgoing) {
        Instant now = clock.instant();
        return Write.update(
                triesKey(outgoing.id()), Changes.none().set(TRIED_AT, now).timeToLive(now.plus(KEPT)));
    }

    private static List<Write> joined(List<Write> writes, Write more) {
        List<Write> all = new ArrayList<>(writes);
        all.add(more);
        return all;
    }

    private List<Write> left(OutgoingMail outgoing, Email to, String messageId, List<Write> after) {
        List<Write> writes = new ArrayList<>(after);
        writes.add(Outbox.done(outgoing.id()));
        writes.add(Write.delete(triesKey(outgoing.id())));
        writes.addAll(SentMail.of(messageId, outgoing.id().firm(), to, clock.instant()));
        return writes;
    }
}
