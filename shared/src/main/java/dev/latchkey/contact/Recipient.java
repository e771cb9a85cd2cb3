package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a link or session is for, as the directory has them now. Its key follows from the holder alone. */
public sealed interface Recipient permits Contact, Address {

    FirmId firm();

    /** What stands now; none for a contact that is not in use and for an address that is on no contact. */
    Standings standings();

    /** The contacts in use behind it. */
    List<Listed> contacts();

    static Key key(FirmId firm, Holder holder) {
        return holder.contact()
                .map(contact -> ContactItem.key(firm, contact))
                .orElseGet(() -> AddressItem.key(firm, holder));
    }

    /** {@code null} for a contact that no event told of; an address is never missing, only on no contact. */
    static @Nullable Recipient read(FirmId firm, Holder holder, @Nullable Item item) {
        return holder.contact().isPresent()
                ? ContactItem.read(firm, holder.contact().get(), item)
                : AddressItem.read(firm, item);
    }
}
