package dev.latchkey.audit;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.contact.Recipient;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contacts that an event is about. An address may be on thousands of contacts, and the event is listed for each of
 * them: some are named, and the address represents the others.
 *
 * @param contacts the named contacts, at most {@value Address#MOST_LISTED}; the one that staff acted on comes first
 * @param address the address, if not all of its contacts are named or it had none any more
 */
public record Concerned(List<ContactId> contacts, @Nullable Principal address) {

    /** No known contact. */
    public static final Concerned NOBODY = new Concerned(List.of(), null);

    public static Concerned of(ContactId contact) {
        return new Concerned(List.of(contact), null);
    }

    /** All contacts of a recipient. */
    public static Concerned of(Recipient recipient) {
        List<ContactId> named = recipient.contactIds();
        return new Concerned(named, recipient.contactCount() > named.size() ? principal(recipient.address()) : null);
    }

    /** The contact that staff acted on, and then all contacts that have the address. */
    public static Concerned of(ContactId acted, Address address) {
        List<ContactId> named = Stream.concat(Stream.of(acted), address.contactIds().stream())
                .distinct()
                .limit(Address.MOST_LISTED)
                .toList();
        return new Concerned(named, address.contactCount() > named.size() ? principal(address) : null);
    }

    /** The contacts of a principal: its own contact, or all contacts that have its address now. */
    public static Concerned of(Principal principal, Recipient now) {
        if (principal.contact().isPresent()) {
            return of(principal.contact().get());
        }
        return now.contactCount() == 0 ? new Concerned(List.of(), principal.address()) : of(now);
    }

    private static @Nullable Principal principal(Address address) {
        Email email = address.email();
        return email == null ? null : Principal.of(address.firm(), email);
    }
}
