package dev.latchkey.invitation;

import dev.latchkey.contact.Email;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.ContactAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The address of a contact to invite, or why there is none. */
sealed interface InvitedAddress {

    record Chosen(AddressAccess access) implements InvitedAddress {}

    record Refused(InviteOutcome refusal) implements InvitedAddress {}

    static InvitedAddress of(@Nullable Email asked, ContactAccess contact) {
        List<AddressAccess> fitting = contact.addresses().stream()
                .filter(access -> asked == null || access.email().sameAs(asked))
                .toList();
        if (fitting.isEmpty()) {
            return new Refused(new InviteOutcome.NoAddress());
        }
        if (fitting.size() > 1) {
            return new Refused(new InviteOutcome.EmailRequired());
        }
        AddressAccess access = fitting.getFirst();
        if (access.account() != null || access.address().isDeactivated()) {
            return new Refused(new InviteOutcome.AccountExists());
        }
        return access.address().isUndeliverable()
                ? new Refused(new InviteOutcome.AddressUndeliverable())
                : new Chosen(access);
    }
}
