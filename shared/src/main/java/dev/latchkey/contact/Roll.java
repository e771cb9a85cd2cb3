package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.List;

/**
 * Under which a firm's contacts, addresses, accounts and authenticators are found together, to be counted and reported.
 * Their keys lead from one client to what is theirs and can't list a firm; a counter could not be right for what hangs on
 * several items. Whatever writes one of the four, as new or over what may not be there, sets {@link #INDEX} on it, or it is
 * in no count.
 */
public final class Roll {

    /** Names the index and the attribute that it is by; the template declares both. */
    public static final String INDEX = "roll";

    /** All that the index has of an item beside its keys. */
    public static final List<String> FACTS =
            List.of(ContactItem.STATE, ContactItem.EMAILS, AddressItem.UNDELIVERABLE_SINCE, AddressItem.DEACTIVATED_AT);

    private Roll() {}

    /** The partition of one firm; it begins with the firm, as all do. */
    public static String of(FirmId firm) {
        return Key.join(firm.value(), INDEX);
    }
}
