package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recipient of a link, challenge or session, as the directory has it now. Its keys follow from the principal alone.
 */
public sealed interface Recipient permits Address, AddressOnContact {

    FirmId firm();

    /** The address itself. */
    Address address();

    /** The present binding; {@code null} if nobody may sign in by it. */
    @Nullable
    AddressBinding binding();

    /** The contacts in use that it reaches, at most {@value Address#MOST_LISTED}. */
    List<ContactSummary> contacts();

    /** How many it reaches. */
    long contactCount();

    /** Fail the transaction unless the binding is as it was read. */
    List<Write> checkStands();

    /** The same, and fail it unless mail may be sent there. */
    List<Write> checkTakesMail();

    /** The subject of its sessions. Requires a binding. */
    default String subject() {
        AddressBinding binding = binding();
        if (binding == null) {
            throw new IllegalStateException("nobody comes in by what doesn't stand");
        }
        return binding.subject();
    }

    /** The ids of {@link #contacts}. */
    default List<ContactId> contactIds() {
        return contacts().stream().map(ContactSummary::contact).toList();
    }

    /** The keys to read it by. */
    static List<Key> keys(FirmId firm, Principal principal) {
        return Stream.concat(
                        Stream.of(AddressItem.key(firm, principal.address())),
                        principal.contact().map(contact -> ContactItem.key(firm, contact)).stream())
                .toList();
    }

    static Recipient read(FirmId firm, Principal principal, ItemBatch stored) {
        Address address = AddressItem.read(firm, stored.get(AddressItem.key(firm, principal.address())));
        return principal
                .contact()
                .<Recipient>map(contact -> new AddressOnContact(
                        ContactItem.read(firm, contact, stored.get(ContactItem.key(firm, contact))), address))
                .orElse(address);
    }
}
