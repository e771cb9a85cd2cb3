package dev.latchkey.magiclink;

import dev.latchkey.attempts.MailSort;
import dev.latchkey.attempts.StaffMailLimits;
import dev.latchkey.attempts.StaffMailLimits.Allowance;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.Scope;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Staff send a contact a link to one request. One read, one transaction: the link (as yet without a secret), the intent
 * to mail, the counts against the limits, the audit record and, where the caller named the request, its answer.
 */
public final class SendRequestLink {

    private final Table table;
    private final NewLinks links;
    private final SendWrites writes;
    private final Clock clock;

    public SendRequestLink(Table table, Randomness randomness, AuditTrail audit, Clock clock) {
        this.table = table;
        this.links = new NewLinks(randomness);
        this.writes = new SendWrites(randomness, audit);
        this.clock = clock;
    }

    public SendOutcome send(LinkOrder order) {
        return table.resolve(() -> sendOnce(order));
    }

    private @Nullable SendOutcome sendOnce(LinkOrder order) {
        Stored stored = read(order);
        Instant now = clock.instant();
        SendOutcome earlier = Idempotency.earlier(
                order.idempotency(), stored.items(), now, SendWrites::answerOf, SendOutcome.KeyReused::new);
        if (earlier != null) {
            return earlier;
        }
        Firm firm = stored.firm();
        Contact contact = stored.contact();
        if (firm == null || contact == null || !contact.isLive()) {
            return new SendOutcome.NoContact();
        }
        Optional<ContactAddress> address = contact.address(order.email());
        if (address.isEmpty()) {
            return new SendOutcome.NoAddress();
        }
        Addressing to = new Addressing(address.get().email(), contact.standing(address.get()));
        return switch (stored.limits().judge(stored.items(), now)) {
            case Allowance.Refused(Duration retryAfter) -> new SendOutcome.TooMany(retryAfter);
            case Allowance.Granted(List<Write> counts) -> {
                List<Write> along = new ArrayList<>(counts);
                along.add(ContactItem.check(contact));
                yield commit(order, firm, to, stored.thread(), along, now);
            }
        };
    }

    private @Nullable SendOutcome commit(
            LinkOrder order, Firm firm, Addressing to, LinkThread thread, List<Write> along, Instant now) {
        MagicLink link = links.toRequest(firm, order.contact(), order.request(), to, thread, now);
        if (table.commit(writes.of(order, link, to, along, now)) == Commit.DONE) {
            return SendWrites.accepted(link, to);
        }
        Key address = AddressItem.key(firm.id(), to.email());
        Address found = AddressItem.read(firm.id(), table.read(address));
        boolean takesMail = !found.isUndeliverable() && !found.isDeactivated();
        return takesMail ? null : new SendOutcome.AddressUndeliverable();
    }

    private record Stored(
            @Nullable Firm firm,
            @Nullable Contact contact,
            LinkThread thread,
            StaffMailLimits limits,
            Snapshot items) {}

    /** The address is not read: that it takes mail is a condition of the commit, and nearly always true. */
    private Stored read(LinkOrder order) {
        FirmId firm = order.sender().firm();
        Key contact = ContactItem.key(firm, order.contact());
        Key thread = LinkId.threadKey(firm, Holder.of(order.contact()), Scope.of(order.request()));
        StaffMailLimits limits = StaffMailLimits.of(MailSort.REQUEST_LINK, firm, order.contact());
        List<Key> more = new ArrayList<>(List.of(contact, thread, limits.contact(), limits.firm()));
        Idempotency repeat = order.idempotency();
        if (repeat != null) {
            more.add(repeat.key());
        }
        Snapshot items = table.read(Firm.key(firm), more.toArray(Key[]::new));
        return new Stored(
                Firm.read(firm, items, clock.instant()),
                ContactItem.read(firm, order.contact(), items.get(contact)),
                LinkThread.of(items.get(thread)),
                limits,
                items);
    }
}
