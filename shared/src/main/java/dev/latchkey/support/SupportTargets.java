package dev.latchkey.support;

import dev.latchkey.contact.ContactItem;
import dev.latchkey.contactaccess.AccessReader;
import dev.latchkey.contactaccess.ActiveContact;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import java.time.Instant;
import java.util.function.Function;

/**
 * Reads the target of a support request. Costs two reads, because the contact names its addresses; a repeated request
 * costs one.
 */
final class SupportTargets {

    private final Table table;
    private final AccessReader reader;

    SupportTargets(Table table) {
        this.table = table;
        this.reader = new AccessReader(table);
    }

    /** Decides about the address that a request is for; refusals, and the stored answer to a repeated request, need nothing more. */
    Decision<SupportOutcome> decide(
            SupportRequest request, Instant now, Function<SupportTarget.About, Decision<SupportOutcome>> deciding) {
        return switch (find(request, now)) {
            case SupportTarget.Refused(SupportRefusal why) -> Decision.answer(new SupportOutcome.Refused(why));
            case SupportTarget.Answered(var answer) -> Decision.answer(AccessRecord.answered(answer));
            case SupportTarget.About about -> deciding.apply(about);
        };
    }

    SupportTarget find(SupportRequest request, Instant now) {
        FirmId firmId = request.sender().firm();
        Key contactKey = ContactItem.key(firmId, request.contact());
        Idempotency idempotency = request.idempotency();
        ItemBatch stored = idempotency == null
                ? table.read(Firm.key(firmId), contactKey)
                : table.read(Firm.key(firmId), contactKey, idempotency.key());
        SupportTarget earlier = Idempotency.earlier(
                idempotency,
                stored,
                now,
                SupportTarget.Answered::new,
                () -> new SupportTarget.Refused(SupportRefusal.KEY_REUSED));
        if (earlier != null) {
            return earlier;
        }
        ActiveContact found = ActiveContact.of(firmId, request.contact(), stored, now);
        return found == null
                ? new SupportTarget.Refused(SupportRefusal.NO_CONTACT)
                : SupportTarget.of(request.email(), reader.read(found, now));
    }
}
