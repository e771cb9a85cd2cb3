package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.IndexRange;
import dev.latchkey.store.Key;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which a firm's clients are found together, to be counted and reported. Their keys lead from one client to what is
 * theirs and can't list a firm; a counter could not be right for what hangs on several items. Whatever writes a contact, an
 * address, an account, an authenticator, an invitation or the last link of a contact, as new or over what may not be there,
 * sets {@link #INDEX} on it, or it is in no count and no report. Tries are on it while they lock.
 */
public final class ClientIndex {

    /** Names the index and the attribute that it is by; the template declares both. */
    public static final String INDEX = "roll";

    /** What counting needs of an item beside its keys. */
    public static final List<String> COUNTED =
            List.of(ContactItem.STATE, ContactItem.EMAILS, AddressItem.UNDELIVERABLE_SINCE, AddressItem.DEACTIVATED_AT);

    /**
     * Of contacts beside what is counted, accounts, authenticators, invitations, last links and tries, in this order. Sorts share
     * names where they can, since an index takes twenty.
     */
    private static final List<String> REPORTED = List.of(
            "type name subject former",
            "createdAt lastLoginAt lastLoginAmr",
            "codesLeft",
            "sentAt expiresAt generation",
            "link requestId claimedLink claimedAt",
            "at");

    /** All that the index has of an item beside its keys: no secret, and nothing that a secret could be tried against. */
    public static final List<String> FACTS = Stream.concat(
                    COUNTED.stream(), REPORTED.stream().flatMap(names -> Stream.of(names.split(" ", -1))))
            .toList();

    /** Less than the separator of a key and than whatever an id is made of. */
    private static final String LESS = "!";

    /** The next after the separator. */
    private static final String MORE = "$";

    private ClientIndex() {}

    /** The partition of one firm; it begins with the firm, as all do. */
    public static String of(FirmId firm) {
        return Key.join(firm.value(), INDEX);
    }

    /**
     * All of it, in the order of the partitions.
     *
     * @param after with what comes after this partition only
     */
    public static IndexRange all(FirmId firm, @Nullable String after) {
        return new IndexRange(INDEX, of(firm), (after == null ? firm.value() : after) + LESS, firm.value() + MORE);
    }

    /**
     * What of it are contacts, in the order of their ids.
     *
     * @param after with those that come after this one only
     */
    public static IndexRange contacts(FirmId firm, @Nullable ContactId after) {
        String all = Key.join(firm.value(), "contact");
        String from = after == null ? all : ContactItem.key(firm, after).pk();
        return new IndexRange(INDEX, of(firm), from + LESS, all + MORE);
    }
}
