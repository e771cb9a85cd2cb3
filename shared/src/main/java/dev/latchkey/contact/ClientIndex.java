package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.IndexRange;
import dev.latchkey.store.Key;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The index of a firm's clients, for counts and reports. Their keys lead from one client to its items but can't list a
 * firm, and a counter would be wrong for facts that depend on several items. Every write that creates a contact, an
 * address, an account, an authenticator, an invitation or the last link of a contact, or that may create one, sets
 * {@link #INDEX}. Without it the item is in no count and no report. Attempt counters are in the index while they lock.
 */
public final class ClientIndex {

    /** The name of the index and of its partition attribute; the template declares both. */
    public static final String INDEX = "roll";

    /** The attributes for counting, besides the keys. */
    public static final List<String> COUNTED =
            List.of(ContactItem.STATE, ContactItem.EMAILS, AddressItem.UNDELIVERABLE_SINCE, AddressItem.DEACTIVATED_AT);

    /**
     * The further attributes of contacts, accounts, authenticators, invitations, last links and attempt counters, in
     * this order. Kinds share names where they can, since an index takes twenty.
     */
    private static final List<String> REPORTED = List.of(
            "type name subject former",
            "createdAt lastLoginAt lastLoginAmr",
            "codesLeft",
            "sentAt expiresAt generation",
            "link requestId claimedLink claimedAt",
            "at");

    /** All attributes of the index besides the keys. None is secret, and no secret can be guessed from them. */
    public static final List<String> FACTS = Stream.concat(
                    COUNTED.stream(), REPORTED.stream().flatMap(names -> Stream.of(names.split(" ", -1))))
            .toList();

    /** Sorts before the separator of a key and before every character of an id. */
    private static final String LESS = "!";

    /** Sorts next after the separator. */
    private static final String MORE = "$";

    private ClientIndex() {}

    /** The partition of one firm. Like every partition key it begins with the firm. */
    public static String of(FirmId firm) {
        return Key.join(firm.value(), INDEX);
    }

    /**
     * All items, in the order of their partitions.
     *
     * @param after only items after this partition
     */
    public static IndexRange all(FirmId firm, @Nullable String after) {
        return new IndexRange(INDEX, of(firm), (after == null ? firm.value() : after) + LESS, firm.value() + MORE);
    }

    /**
     * The contacts, in the order of their ids.
     *
     * @param after only contacts after this one
     */
    public static IndexRange contacts(FirmId firm, @Nullable ContactId after) {
        String all = Key.join(firm.value(), "contact");
        String from = after == null ? all : ContactItem.key(firm, after).pk();
        return new IndexRange(INDEX, of(firm), from + LESS, all + MORE);
    }
}
