package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Staff send a contact a link to one request. One read, one transaction: the link (as yet without a secret), the intent
 * to mail, the audit record and, where the caller named the request, its answer.
 */
public final class SendRequestLink {

    private final Table table;
    private final Randomness randomness;
    private final SendWrites writes;
    private final Clock clock;

    public SendRequestLink(Table table, Randomness randomness, AuditTrail audit, Clock clock) {
        this.table = table;
        this.randomness = randomness;
        this.writes = new SendWrites(randomness, audit);
        this.clock = clock;
    }

    public SendOutcome send(LinkOrder order) {
        return Contention.resolve(() -> sendOnce(order));
    }

    private @Nullable SendOutcome sendOnce(LinkOrder order) {
        Stored stored = read(order);
        Instant now = clock.instant();
        Idempotency repeat = order.idempotency();
        if (repeat != null) {
            switch (repeat.judge(stored.answer(), now)) {
                case Idempotency.Earlier.Answered answered -> {
                    return SendWrites.answerOf(answered.answer());
                }
                case Idempotency.Earlier.OtherRequest other -> {
                    return new SendOutcome.KeyReused();
                }
                case Idempotency.Earlier.None none -> {}
            }
        }
        if (stored.firm() == null
                || stored.contact() == null
                || !stored.contact().isLive()) {
            return new SendOutcome.NoContact();
        }
        Optional<ContactAddress> address = stored.contact().address(order.email());
        return address.isEmpty()
                ? new SendOutcome.NoAddress()
                : commit(order, stored.firm(), address.get(), stored.thread(), now);
    }

    private @Nullable SendOutcome commit(
            LinkOrder order, Firm firm, ContactAddress address, LinkThread thread, Instant now) {
        MagicLink link = new MagicLink(
                LinkId.of(firm.id(), Holder.of(order.contact()), order.request(), randomness.id()),
                order.contact(),
                address.email(),
                address.generation(),
                order.request(),
                thread.next(now, randomness.below(LinkThread.TIES)),
                now.plus(firm.requestLinkLife()),
                Set.of(),
                null,
                null);
        Commit commit = table.commit(writes.of(order, link, now));
        return commit == Commit.DONE ? SendWrites.accepted(link) : null;
    }

    private record Stored(
            @Nullable Firm firm,
            @Nullable Contact contact,
            LinkThread thread,
            @Nullable Item answer) {}

    private Stored read(LinkOrder order) {
        FirmId firm = order.sender().firm();
        ContactId contact = order.contact();
        Key firmKey = Firm.key(firm);
        Key contactKey = ContactItem.key(firm, contact);
        Key threadKey = LinkId.threadKey(firm, Holder.of(contact), order.request());
        Idempotency repeat = order.idempotency();
        Snapshot stored = repeat == null
                ? table.read(firmKey, contactKey, threadKey)
                : table.read(firmKey, contactKey, threadKey, repeat.key());
        return new Stored(
                Firm.of(firm, stored.get(firmKey)),
                ContactItem.read(firm, contact, stored.get(contactKey)),
                LinkThread.of(stored.get(threadKey)),
                repeat == null ? null : stored.get(repeat.key()));
    }
}
