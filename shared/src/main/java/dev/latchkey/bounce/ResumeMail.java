package dev.latchkey.bounce;

import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Staff resume mail to an address, after its owner has repaired the mailbox. If the address is not marked as
 * undeliverable, nothing changes.
 */
public final class ResumeMail {

    private static final String EMAIL = "email";

    private final Table table;
    private final AuditTrail audit;
    private final Clock clock;

    public ResumeMail(Table table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    public ResumeOutcome resume(SupportRequest request) {
        return table.decide(() -> decide(request));
    }

    private Decision<ResumeOutcome> decide(SupportRequest request) {
        FirmId firm = request.sender().firm();
        Key key = ContactItem.key(firm, request.contact());
        Idempotency idempotency = request.idempotency();
        ItemBatch stored = table.read(key, idempotency == null ? new Key[0] : new Key[] {idempotency.key()});
        Instant now = clock.instant();
        ResumeOutcome earlier = Idempotency.earlier(
                idempotency,
                stored,
                now,
                answer -> new ResumeOutcome.Resumed(Objects.requireNonNull(answer.get(EMAIL))),
                ResumeOutcome.KeyReused::new);
        if (earlier != null) {
            return Decision.answer(earlier);
        }
        Contact contact = ContactItem.read(firm, request.contact(), stored.get(key));
        if (contact == null || !contact.isLive()) {
            return Decision.answer(new ResumeOutcome.NoContact());
        }
        if (request.email() == null && contact.addresses().size() > 1) {
            return Decision.answer(new ResumeOutcome.EmailRequired());
        }
        Optional<ContactAddress> address = contact.address(request.email());
        return address.isEmpty()
                ? Decision.answer(new ResumeOutcome.NoAddress())
                : resume(request, address.get().email(), now);
    }

    private Decision<ResumeOutcome> resume(SupportRequest request, Email email, Instant now) {
        FirmId firm = request.sender().firm();
        List<Write> writes =
                new ArrayList<>(Idempotency.kept(request.idempotency(), Map.of(EMAIL, email.address()), now));
        Address address = AddressItem.read(firm, table.read(AddressItem.key(firm, email)));
        if (address.isUndeliverable()) {
            writes.add(AddressItem.clear(firm, email, now));
            writes.add(audit.record(event(request, address, now)));
        }
        ResumeOutcome resumed = new ResumeOutcome.Resumed(email.address());
        return writes.isEmpty() ? Decision.answer(resumed) : Decision.commit(writes, resumed);
    }

    /** The event concerns all contacts that have the address, as the event of the mark does. */
    private static AuditEvent event(SupportRequest request, Address address, Instant now) {
        String reason = request.reason();
        return new AuditEvent(
                request.sender().firm(),
                now,
                AuditType.MAIL_CLEARED,
                AuditEvent.Outcome.SUCCESS,
                request.sender().actor(),
                Concerned.of(request.contact(), address),
                request.requestSource(),
                reason == null ? Map.of() : Map.of("reason", reason));
    }
}
