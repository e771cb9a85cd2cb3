package dev.latchkey.magiclink;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.mail.MailRefused;
import dev.latchkey.mail.MailService;
import dev.latchkey.mail.MailUnavailable;
import dev.latchkey.mail.Message;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Item;
import dev.latchkey.store.StoreUnavailable;
import dev.latchkey.store.Table;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends the mail of a link. The secret is made here and stands in clear in the mail alone; its hash is stored before the
 * mail leaves, so that no mailbox holds a link that doesn't open. When the outcome of a sending is unknown the next try
 * makes another secret and leaves the earlier ones good.
 */
public final class DeliverLink {

    private static final int MOST_REFUSALS = 20;
    private static final Duration SURELY_COMMITTED = Duration.ofMinutes(10);

    /** How a delivery ended; a failed one is an exception and is tried again. */
    public sealed interface Delivery {

        record Delivered(String messageId) implements Delivery {}

        /** The link died before its mail left, or its record is gone: there is nothing to send. */
        record NotNeeded() implements Delivery {}

        /** The mail service refused it again and again. It stays in the outbox, and no longer in others' way. */
        record Parked() implements Delivery {}
    }

    private final Table table;
    private final LinkReader links;
    private final Randomness randomness;
    private final MailService mail;
    private final LinkMail words;
    private final Clock clock;

    public DeliverLink(Table table, Randomness randomness, MailService mail, URI portal, Clock clock) {
        this.table = table;
        this.links = new LinkReader(table);
        this.randomness = randomness;
        this.mail = mail;
        this.words = new LinkMail(portal);
        this.clock = clock;
    }

    public Delivery deliver(OutgoingMail outgoing) {
        LinkId id = LinkId.parse(outgoing.reference()).orElseThrow();
        Instant now = clock.instant();
        Optional<Found> found = links.find(id);
        if (found.isEmpty()) {
            return missing(outgoing, now);
        }
        if (found.get().state(now) != LinkState.OPEN) {
            return notNeeded(outgoing);
        }
        if (Retries.isTooSoon(outgoing.at(), found.get().link().triedAt(), now)) {
            throw new MailUnavailable("too soon after the last try");
        }
        LinkToken token = new LinkToken(id, randomness.secret());
        if (table.commit(List.of(LinkItem.tried(id, token, now))) == Commit.LOST) {
            return notNeeded(outgoing);
        }
        return send(
                outgoing,
                words.of(outgoing.id(), found.get().link(), token, found.get().firm()),
                id);
    }

    private Delivery send(OutgoingMail outgoing, Message message, LinkId id) {
        try {
            String messageId = mail.send(message);
            table.commit(List.of(LinkItem.sent(id, messageId, clock.instant()), Outbox.done(outgoing.id())));
            return new Delivery.Delivered(messageId);
        } catch (MailRefused refused) {
            Item counted = table.change(LinkItem.refused(id));
            if (counted != null && LinkItem.refusals(counted) >= MOST_REFUSALS) {
                return new Delivery.Parked();
            }
            throw refused;
        }
    }

    /** A record of the stream can come before the rest of its transaction is to be read. */
    private Delivery missing(OutgoingMail outgoing, Instant now) {
        if (now.isBefore(outgoing.at().plus(SURELY_COMMITTED))) {
            throw new StoreUnavailable("the link of a mail is not there yet");
        }
        return notNeeded(outgoing);
    }

    private Delivery notNeeded(OutgoingMail outgoing) {
        table.commit(List.of(Outbox.done(outgoing.id())));
        return new Delivery.NotNeeded();
    }
}
