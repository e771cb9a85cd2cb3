package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Write;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One contact with one of its addresses: the recipient of a request link.
 *
 * @param contact {@code null} if no event told of it
 */
public record AddressOnContact(@Nullable Contact contact, Address address) implements Recipient {

    @Override
    public FirmId firm() {
        return address.firm();
    }

    @Override
    public @Nullable AddressBinding binding() {
        AddressBinding ofAddress = address.binding();
        Contact on = contact;
        if (ofAddress == null || on == null) {
            return null;
        }
        return here().map(here -> new AddressBinding(ofAddress.ofAddress(), here.generation(), on.subject()))
                .orElse(null);
    }

    @Override
    public List<ContactSummary> contacts() {
        Contact on = contact;
        return on != null && here().isPresent() ? List.of(on.summary()) : List.of();
    }

    @Override
    public long contactCount() {
        return contacts().size();
    }

    @Override
    public List<Write> checkStands() {
        return andContact(address.checkStands());
    }

    @Override
    public List<Write> checkTakesMail() {
        return andContact(address.checkTakesMail());
    }

    private List<Write> andContact(List<Write> checks) {
        Contact on = contact;
        return on == null
                ? checks
                : Stream.concat(checks.stream(), Stream.of(ContactItem.check(on)))
                        .toList();
    }

    private Optional<ContactAddress> here() {
        Email email = address.email();
        return contact == null || !contact.isLive() || email == null ? Optional.empty() : contact.address(email);
    }
}
