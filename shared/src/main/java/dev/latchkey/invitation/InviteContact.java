package dev.latchkey.invitation;

import dev.latchkey.accountlink.InvitationWrites;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contactaccess.AccessReader;
import dev.latchkey.contactaccess.ActiveContact;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.SupportRequest;
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
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Staff invite a contact to set up an account. A set-up link is mailed to an address that has no account. Costs two
 * reads, because the contact names its addresses, and one transaction. An earlier invitation stays valid until the new
 * mail is sent.
 */
public final class InviteContact {

    private static final String ANSWER = "answer";

    private final Table table;
    private final AccessReader reader;
    private final InvitationWrites invitations;
    private final Function<ContactAccess, String> serializer;
    private final Clock clock;

    /**
     * The answer is serialized here because it is stored in the same transaction.
     *
     * @param serializer serializes the answer
     */
    public InviteContact(
            Table table, InvitationWrites invitations, Function<ContactAccess, String> serializer, Clock clock) {
        this.table = table;
        this.reader = new AccessReader(table);
        this.invitations = invitations;
        this.serializer = serializer;
        this.clock = clock;
    }

    public InviteOutcome invite(SupportRequest request) {
        return table.decide(() -> decide(request));
    }

    private Decision<InviteOutcome> decide(SupportRequest request) {
        FirmId firmId = request.sender().firm();
        Key contactKey = ContactItem.key(firmId, request.contact());
        StaffMailLimits limits = StaffMailLimits.of(MailCategory.INVITATION, firmId, request.contact());
        List<Key> more = new ArrayList<>(List.of(contactKey, limits.contact(), limits.firm()));
        Idempotency idempotency = request.idempotency();
        if (idempotency != null) {
            more.add(idempotency.key());
        }
        ItemBatch stored = table.read(Firm.key(firmId), more.toArray(Key[]::new));
        Instant now = clock.instant();
        InviteOutcome earlier = Idempotency.earlier(
                idempotency,
                stored,
                now,
                answer -> new InviteOutcome.Invited(Objects.requireNonNull(answer.get(ANSWER))),
                InviteOutcome.KeyReused::new);
        if (earlier != null) {
            return Decision.answer(earlier);
        }
        ActiveContact found = ActiveContact.of(firmId, request.contact(), stored, now);
        if (found == null) {
            return Decision.answer(new InviteOutcome.NoContact());
        }
        return switch (limits.judge(stored, now)) {
            case Allowance.Refused(Duration retryAfter) -> Decision.answer(new InviteOutcome.TooMany(retryAfter));
            case Allowance.Granted(List<Write> counts) -> invite(request, reader.read(found, now), counts, now);
        };
    }

    private Decision<InviteOutcome> invite(
            SupportRequest request, ContactAccess access, List<Write> counts, Instant now) {
        return switch (InvitedAddress.of(request.email(), access)) {
            case InvitedAddress.Refused(InviteOutcome refusal) -> Decision.answer(refusal);
            case InvitedAddress.Chosen(AddressAccess chosen) -> invite(request, access, chosen, counts, now);
        };
    }

    private Decision<InviteOutcome> invite(
            SupportRequest request, ContactAccess access, AddressAccess chosen, List<Write> counts, Instant now) {
        if (access.firm().refusesAll(AccessRequest.SET_UP_LINK)) {
            return Decision.answer(new InviteOutcome.LoginOff());
        }
        InvitationWrites.Made made = invitations.of(
                request.sender(), request.contact(), chosen.address(), request.reason(), request.requestSource(), now);
        String answer = serializer.apply(access.with(chosen, made.invitation()));
        List<Write> writes = new ArrayList<>(counts);
        writes.addAll(made.writes());
        writes.addAll(Idempotency.kept(request.idempotency(), Map.of(ANSWER, answer), now));
        return Decision.commit(writes, new InviteOutcome.Invited(answer));
    }
}
