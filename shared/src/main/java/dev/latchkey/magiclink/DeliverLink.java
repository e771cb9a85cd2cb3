package dev.latchkey.magiclink;

import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.Dispatch;
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
 * Sends the mail of a link. The secret is made here and stands in clear in the mail alone; its hash is stored before the
 * mail leaves, so that no mailbox holds a link that doesn't open. When the outcome of a sending is unknown the next try
 * makes another secret and leaves the earlier ones good. A sign-in link for an address that is nobody's, or takes no
 * mail, goes the same way with the same calls, all but the one to the mail service.
 */
public final class DeliverLink {

    private static final Duration SURELY_COMMITTED = Duration.ofMinutes(10);

    private final LinkReader links;
    private final LinkCodes codes;
    private final Randomness randomness;
    private final Dispatch dispatch;
    private final LinkMail words;
    private final SentWrites sent;
    private final Clock clock;

    public DeliverLink(
            Table table,
            LinkCodes codes,
            Randomness randomness,
            Dispatch dispatch,
            LinkMail words,
            SentWrites sent,
            NotBefore notBefore,
            Clock clock) {
        this.links = new LinkReader(table, notBefore, clock);
        this.codes = codes;
        this.randomness = randomness;
        this.dispatch = dispatch;
        this.words = words;
        this.sent = sent;
        this.clock = clock;
    }

    public Delivery deliver(OutgoingMail outgoing) {
        LinkId id = LinkId.parse(outgoing.reference()).orElseThrow();
        Instant now = clock.instant();
        Optional<Found> found = links.find(id);
        if (found.isEmpty()) {
            return missing(outgoing, now);
        }
        if (!found.get().isWanted(now)) {
            return dispatch.discard(outgoing);
        }
        LinkToken token = new LinkToken(id, randomness.secret());
        TypedCode code = TypedCode.random(randomness);
        Sending sending = new Sending(now, token.hash(), codes.tag(id, code));
        Addressing to = found.get().addressee();
        return to == null ? dispatch.skip(outgoing) : handOver(outgoing, found.get(), to, sending, token, code);
    }

    private Delivery handOver(
            OutgoingMail outgoing, Found found, Addressing to, Sending sending, LinkToken token, TypedCode code) {
        MagicLink link = found.link();
        List<Write> before = new ArrayList<>(found.recipient().checkTakesMail());
        before.add(LinkItem.tried(link, to, sending));
        Message message = words.of(
                outgoing,
                found.firm(),
                to.email(),
                new LinkMail.Link(link.isSignIn(), token, code, link.endOf(sending)));
        return dispatch.send(outgoing, message, before, sent.of(outgoing, found, to, clock.instant()));
    }

    /** A mail can come to be sent before the rest of its transaction is to be read. */
    private Delivery missing(OutgoingMail outgoing, Instant now) {
        if (now.isBefore(outgoing.at().plus(SURELY_COMMITTED))) {
            throw new StoreUnavailable("the link of a mail is not there yet");
        }
        return dispatch.discard(outgoing);
    }
}
