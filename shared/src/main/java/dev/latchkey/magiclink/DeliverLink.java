package dev.latchkey.magiclink;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.mail.MailService;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Commit;
import dev.latchkey.store.StoreUnavailable;
import dev.latchkey.store.Table;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Sends the mail of a link. The secret is made here and stands in clear in the mail alone; its hash is stored before the
 * mail leaves, so that no mailbox holds a link that doesn't open. When the outcome of a sending is unknown the next try
 * makes another secret and leaves the earlier ones good.
 */
public final class DeliverLink {

    /** How a delivery ended; a failed one is an exception and is tried again. */
    public sealed interface Delivery {

        record Delivered(String messageId) implements Delivery {}

        /** The link died before its mail left, or its record is gone: there is nothing to send. */
        record NotNeeded() implements Delivery {}
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
        Optional<Found> found = links.find(id).filter(link -> link.state(clock.instant()) == LinkState.OPEN);
        if (found.isEmpty()) {
            return dropped(outgoing);
        }
        LinkToken token = new LinkToken(id, randomness.secret());
        if (table.commit(List.of(LinkItem.addSecret(id, token))) == Commit.LOST) {
            return dropped(outgoing);
        }
        String messageId = mail.send(
                words.of(outgoing.id(), found.get().link(), token, found.get().firm()));
        if (table.commit(List.of(LinkItem.sent(id, messageId, clock.instant()), Outbox.done(outgoing.id())))
                == Commit.LOST) {
            throw new StoreUnavailable("a sent mail could not be taken off the outbox");
        }
        return new Delivery.Delivered(messageId);
    }

    private Delivery dropped(OutgoingMail outgoing) {
        table.commit(List.of(Outbox.done(outgoing.id())));
        return new Delivery.NotNeeded();
    }
}
