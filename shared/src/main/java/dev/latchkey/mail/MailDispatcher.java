package dev.latchkey.mail;

import dev.latchkey.contact.Email;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends one mail: takes its lease together with the writes that must come first, hands it to the mail service, and
 * records that it was sent.
 */
public final class MailDispatcher {

    private final Table table;
    private final MailAttempts tries;
    private final MailService mail;
    private final Randomness randomness;
    private final Clock clock;

    public MailDispatcher(Table table, MailService mail, Randomness randomness, Clock clock) {
        this.table = table;
        this.tries = new MailAttempts(table);
        this.mail = mail;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * Sends the message.
     *
     * @param before the writes that must come before it is sent
     * @param after the writes that record that it was sent
     */
    public Delivery send(OutgoingMail outgoing, Message message, List<Write> before, List<Write> after) {
        String lease = randomness.id();
        try {
            if (table.commit(joined(before, begun(outgoing, lease))) == Commit.CONDITION_FAILED) {
                return new Delivery.Overtaken();
            }
            String messageId = mail.send(message);
            table.commit(left(outgoing, message.to(), messageId, after));
            return new Delivery.Delivered(messageId);
        } catch (RuntimeException failed) {
            release(outgoing, lease, failed);
            throw failed;
        }
    }

    /** Sends nothing, with as many writes as if it did. */
    public Delivery skip(OutgoingMail outgoing) {
        return table.commit(begun(outgoing, randomness.id())) == Commit.CONDITION_FAILED
                ? new Delivery.Overtaken()
                : discard(outgoing);
    }

    /** Sends nothing. */
    public Delivery discard(OutgoingMail outgoing) {
        table.commit(done(outgoing.id()));
        return new Delivery.NotNeeded();
    }

    private void release(OutgoingMail outgoing, String lease, RuntimeException failed) {
        try {
            tries.release(outgoing.id(), lease);
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private List<Write> begun(OutgoingMail outgoing, String lease) {
        return List.of(MailAttempts.take(outgoing.id(), lease, clock.instant()), Outbox.checkWaiting(outgoing.id()));
    }

    /** Removes a mail from the outbox, with its attempts. */
    public static List<Write> done(MailId mail) {
        return List.of(Outbox.done(mail), Write.delete(MailAttempts.key(mail)));
    }

    private List<Write> left(OutgoingMail outgoing, Email to, String messageId, List<Write> after) {
        List<Write> writes = joined(after, done(outgoing.id()));
        writes.addAll(SentMail.of(messageId, outgoing.id().firm(), to, clock.instant()));
        return writes;
    }

    private static List<Write> joined(List<Write> some, List<Write> more) {
        List<Write> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
