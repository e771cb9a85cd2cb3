package dev.latchkey.magiclink;

import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.magiclink.LinkReader.Found;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.MailRefused;
import dev.latchkey.mail.MailService;
import dev.latchkey.mail.MailUnavailable;
import dev.latchkey.mail.Message;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.mail.Retries;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
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

    private final Table table;
    private final LinkReader links;
    private final LinkCodes codes;
    private final Randomness randomness;
    private final MailService mail;
    private final LinkMail words;
    private final SentWrites sent;
    private final Clock clock;

    public DeliverLink(
            Table table,
            LinkCodes codes,
            Randomness randomness,
            MailService mail,
            LinkMail words,
            SentWrites sent,
            NotBefore notBefore,
            Clock clock) {
        this.table = table;
        this.links = new LinkReader(table, notBefore, clock);
        this.codes = codes;
        this.randomness = randomness;
        this.mail = mail;
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
            return notNeeded(outgoing);
        }
        if (Retries.isTooSoon(outgoing.at(), found.get().link().triedAt(), now)) {
            throw new MailUnavailable("too soon after the last try");
        }
        LinkToken token = new LinkToken(id, randomness.secret());
        TypedCode code = TypedCode.random(randomness);
        Sending sending = new Sending(now, token.hash(), codes.tag(id, code));
        Addressing to = found.get().addressee();
        return to == null
                ? skipped(outgoing, found.get(), now)
                : handOver(outgoing, found.get(), to, sending, token, code);
    }

    private Delivery handOver(
            OutgoingMail outgoing, Found found, Addressing to, Sending sending, LinkToken token, TypedCode code) {
        MagicLink link = found.link();
        List<Write> writes = new ArrayList<>(found.recipient().checkTakesMail());
        writes.add(LinkItem.tried(link, to, sending));
        if (table.commit(writes) == Commit.LOST) {
            return reconsidered(outgoing, link.id());
        }
        Message message = words.of(
                outgoing,
                found.firm(),
                to.email(),
                new LinkMail.Link(link.isSignIn(), token, code, link.endOf(sending)));
        try {
            String messageId = mail.send(message);
            return noted(outgoing, found, to, messageId);
        } catch (MailRefused refused) {
            Item counted = table.change(LinkItem.refused(link.id()));
            if (counted != null && LinkItem.refusals(counted) >= Delivery.MOST_REFUSALS) {
                return new Delivery.Parked();
            }
            throw refused;
        }
    }

    private Delivery noted(OutgoingMail outgoing, Found found, Addressing to, String messageId) {
        Instant now = clock.instant();
        table.commit(sent.of(outgoing, found, to, messageId, now));
        return new Delivery.Delivered(messageId);
    }

    /** The address, or what stood in its way, changed between reading and writing. */
    private Delivery reconsidered(OutgoingMail outgoing, LinkId id) {
        Optional<Found> found = links.find(id);
        boolean wanted = found.isPresent()
                && found.get().isWanted(clock.instant())
                && found.get().recipient().address().deliverable() != null;
        if (wanted) {
            throw new MailUnavailable("the address changed while its mail was made");
        }
        return notNeeded(outgoing);
    }

    private Delivery skipped(OutgoingMail outgoing, Found found, Instant now) {
        Write firmIsThere = Write.check(Firm.key(found.firm().id()), Condition.present());
        table.commit(List.of(LinkItem.tried(found.link(), now), firmIsThere));
        table.commit(List.of(LinkItem.tried(found.link(), now), Outbox.done(outgoing.id())));
        return new Delivery.NotNeeded();
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
