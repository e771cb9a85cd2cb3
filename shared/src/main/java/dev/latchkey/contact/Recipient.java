package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom a link, challenge or session is for, as the directory has them now. Its keys follow from the holder alone. */
public sealed interface Recipient permits Address, AddressOnContact {

    FirmId firm();

    /** The address itself. */
    Address address();

    /** What stands now; {@code null} where nobody may come in by it. */
    @Nullable
    AddressBinding binding();

    /** Contacts in use that it reaches, {@value Address#MOST_LISTED} at most. */
    List<ContactSummary> contacts();

    /** How many it reaches. */
    long contactCount();

    /** Fail a transaction unless what stands when this was read still does. */
    List<Write> checkStands();

    /** The same, and unless mail may go there. */
    List<Write> checkTakesMail();

    /** Who comes in by it; only of one that stands. */
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

    /** Under which it is read. */
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
