package dev.latchkey.throttling;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.SlidingWindowLimit.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The limits on mail of one category that staff send: 20 an hour to a contact, 5,000 an hour in a firm. Staff are told if one
 * is reached.
 *
 * @param contact of the limit of the contact
 * @param firm of the limit of the firm
 */
public record StaffMailLimits(Key contact, Key firm) {

    private static final SlidingWindowLimit OF_CONTACT = SlidingWindowLimit.of(20);

    /** Fifty slots of a hundred: an item with 5,000 times would cost too much to write each time. */
    private static final SlidingWindowLimit OF_FIRM = new SlidingWindowLimit(50, 100, Duration.ZERO);

    public static StaffMailLimits of(MailCategory category, FirmId firm, ContactId contact) {
        return new StaffMailLimits(category.of(Principal.of(contact), firm), category.of(firm));
    }

    /** Whether one more may be sent. */
    public sealed interface Allowance {

        /** It may be sent if these writes are committed with it. */
        record Granted(List<Write> counts) implements Allowance {}

        /** Too many to the contact, or in the firm. */
        record Refused(Duration retryAfter) implements Allowance {}
    }

    public Allowance judge(ItemBatch stored, Instant now) {
        return switch (OF_CONTACT.judge(contact, stored.get(contact), now)) {
            case Decision.Full(Duration retryAfter) -> new Allowance.Refused(retryAfter);
            case Decision.Free(Write toContact) ->
                switch (OF_FIRM.judge(firm, stored.get(firm), now)) {
                    case Decision.Full(Duration retryAfter) -> new Allowance.Refused(retryAfter);
                    case Decision.Free(Write inFirm) -> new Allowance.Granted(List.of(toContact, inFirm));
                };
        };
    }
}
