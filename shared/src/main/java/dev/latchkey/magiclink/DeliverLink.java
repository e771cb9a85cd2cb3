package dev.latchkey.magiclink;

import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.magiclink.LinkReader.LinkContext;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.MailDispatcher;
import dev.latchkey.mail.Message;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.StoreUnavailable;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends the mail of a link. The secret is made here, and only the mail contains it in the clear. Its hash is stored before
 * the mail is sent, so every mailed link works. When the outcome of a delivery is unknown, the next one makes another secret
 * and the earlier secrets stay valid. A sign-in link for an address that belongs to nobody, or takes no mail, costs the same
 * calls except the one to the mail service.
 */
public final class DeliverLink {

    private static final Duration SURELY_COMMITTED = Duration.ofMinutes(10);

    private final LinkReader links;
    private final LinkCodeMac codes;
    private final Randomness randomness;
    private final MailDispatcher dispatcher;
    private final LinkMail words;
    private final LinkSentWrites sent;
    private final Clock clock;

    public DeliverLink(
            Table table,
            LinkCodeMac codes,
            Randomness randomness,
            MailDispatcher dispatcher,
            LinkMail words,
            LinkSentWrites sent,
            NotBefore notBefore,
            Clock clock) {
        this.links = new LinkReader(table, notBefore);
        this.codes = codes;
        this.randomness = randomness;
        this.dispatcher = dispatcher;
        this.words = words;
        this.sent = sent;
        this.clock = clock;
    }

    public Delivery deliver(OutgoingMail outgoing) {
        LinkId id = LinkId.parse(outgoing.reference()).orElseThrow();
        Instant now = clock.instant();
        Optional<LinkContext> found = links.find(id, now);
        if (found.isEmpty()) {
            return missing(outgoing, now);
        }
        if (!found.get().isWanted(now)) {
            return dispatcher.discard(outgoing);
        }
        LinkToken token = new LinkToken(id, randomness.secret());
        TypedCode code = TypedCode.random(randomness);
        LinkDelivery delivery = new LinkDelivery(now, token.hash(), codes.tag(id, code));
        DeliveryAddress to = found.get().addressee();
        return to == null ? dispatcher.skip(outgoing) : handOver(outgoing, found.get(), to, delivery, token, code);
    }

    private Delivery handOver(
            OutgoingMail outgoing,
            LinkContext context,
            DeliveryAddress to,
            LinkDelivery delivery,
            LinkToken token,
            TypedCode code) {
        MagicLink link = context.link();
        List<Write> before = new ArrayList<>(context.recipient().checkTakesMail());
        before.add(LinkItem.tried(link, to, delivery));
        Message message = words.of(
                outgoing,
                context.firm(),
                to.email(),
                new LinkMail.Link(link.isSignIn(), token, code, link.endOf(delivery)));
        return dispatcher.send(outgoing, message, before, sent.of(outgoing, context, to, clock.instant()));
    }

    /** A mail can reach this point before the rest of its transaction can be read. */
    private Delivery missing(OutgoingMail outgoing, Instant now) {
        if (now.isBefore(outgoing.at().plus(SURELY_COMMITTED))) {
            throw new StoreUnavailable("the link of a mail is not there yet");
        }
        return dispatcher.discard(outgoing);
    }
}
