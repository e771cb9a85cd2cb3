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
 * Whom an event is about. An address may be on thousands of contacts, and the event shows under each of them: some are named,
 * and the address stands for the others.
 *
 * @param contacts those named, {@value Address#MOST_LISTED} at most; whom staff acted on is the first
 * @param address where contacts had it then that are not named, or none had it any more
 */
public record Concerned(List<ContactId> contacts, @Nullable Principal address) {

    /** Nobody that is known. */
    public static final Concerned NOBODY = new Concerned(List.of(), null);

    public static Concerned of(ContactId contact) {
        return new Concerned(List.of(contact), null);
    }

    /** All whom somebody reaches. */
    public static Concerned of(Recipient recipient) {
        List<ContactId> named = recipient.contactIds();
        return new Concerned(named, recipient.contactCount() > named.size() ? principal(recipient.address()) : null);
    }

    /** All who have an address, and before them the one that staff acted on. */
    public static Concerned of(ContactId acted, Address address) {
        List<ContactId> named = Stream.concat(Stream.of(acted), address.contactIds().stream())
                .distinct()
                .limit(Address.MOST_LISTED)
                .toList();
        return new Concerned(named, address.contactCount() > named.size() ? principal(address) : null);
    }

    /** Whom something kept with this holder is about, whatever stands of it now. */
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
