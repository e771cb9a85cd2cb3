package dev.latchkey.magiclink;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.Scope;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.MailCategory;
import dev.latchkey.throttling.StaffMailLimits;
import dev.latchkey.throttling.StaffMailLimits.Allowance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a contact a link to one request, for staff. One read, one transaction: the link (still without a secret), the intent
 * to mail it, the counts of the limits, the audit record and, with an idempotency key, the answer.
 */
public final class SendRequestLink {

    private final Table table;
    private final LinkFactory links;
    private final LinkRequestWrites writes;
    private final Clock clock;

    public SendRequestLink(Table table, Randomness randomness, AuditTrail audit, Clock clock) {
        this.table = table;
        this.links = new LinkFactory(randomness);
        this.writes = new LinkRequestWrites(randomness, audit);
        this.clock = clock;
    }

    public SendOutcome send(SendLinkRequest request) {
        return table.decide(() -> decide(request));
    }

    private Decision<SendOutcome> decide(SendLinkRequest request) {
        Stored stored = read(request);
        Instant now = clock.instant();
        SendOutcome earlier = Idempotency.earlier(
                request.idempotency(), stored.items(), now, LinkRequestWrites::answerOf, SendOutcome.KeyReused::new);
        if (earlier != null) {
            return Decision.answer(earlier);
        }
        Firm firm = stored.firm();
        Contact contact = stored.contact();
        if (firm == null || contact == null || !contact.isLive()) {
            return Decision.answer(new SendOutcome.NoContact());
        }
        Optional<ContactAddress> address = contact.address(request.email());
        if (address.isEmpty()) {
            return Decision.answer(new SendOutcome.NoAddress());
        }
        DeliveryAddress to = new DeliveryAddress(address.get().email(), contact.binding(address.get()));
        return switch (stored.limits().judge(stored.items(), now)) {
            case Allowance.Refused(Duration retryAfter) -> Decision.answer(new SendOutcome.TooMany(retryAfter));
            case Allowance.Granted(List<Write> counts) -> {
                List<Write> along = new ArrayList<>(counts);
                along.add(ContactItem.check(contact));
                yield send(request, firm, to, stored.series(), along, now);
            }
        };
    }

    private Decision<SendOutcome> send(
            SendLinkRequest request, Firm firm, DeliveryAddress to, LinkSeries series, List<Write> along, Instant now) {
        MagicLink link = links.toRequest(firm, request.contact(), request.request(), to, series, now);
        return Decision.commit(
                writes.of(request, link, to, along, now),
                LinkRequestWrites.accepted(link, to),
                () -> refused(firm.id(), to.email()));
    }

    /** The address was not read before, so its condition may be the one that failed. */
    private Decision<SendOutcome> refused(FirmId firm, Email email) {
        Address address = AddressItem.read(firm, table.read(AddressItem.key(firm, email)));
        return address.isUndeliverable() || address.isDeactivated()
                ? Decision.answer(new SendOutcome.AddressUndeliverable())
                : Decision.overtaken();
    }

    private record Stored(
            @Nullable Firm firm,
            @Nullable Contact contact,
            LinkSeries series,
            StaffMailLimits limits,
            ItemBatch items) {}

    /** Does not read the address: that it takes mail is a condition of the commit, and nearly always true. */
    private Stored read(SendLinkRequest request) {
        FirmId firm = request.sender().firm();
        Key contact = ContactItem.key(firm, request.contact());
        Key thread = LinkId.threadKey(firm, Principal.of(request.contact()), Scope.of(request.request()));
        StaffMailLimits limits = StaffMailLimits.of(MailCategory.REQUEST_LINK, firm, request.contact());
        List<Key> more = new ArrayList<>(List.of(contact, thread, limits.contact(), limits.firm()));
        Idempotency repeat = request.idempotency();
        if (repeat != null) {
            more.add(repeat.key());
        }
        ItemBatch items = table.read(Firm.key(firm), more.toArray(Key[]::new));
        return new Stored(
                Firm.read(firm, items, clock.instant()),
                ContactItem.read(firm, request.contact(), items.get(contact)),
                LinkSeries.of(items.get(thread)),
                limits,
                items);
    }
}
