package dev.latchkey.authenticator;

import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Table;
import org.jspecify.annotations.Nullable;

/** Finds the authenticator of an address for somebody whose session knows none, because it is kept with a contact. */
public final class FindAuthenticator {

    private final Table table;

    public FindAuthenticator(Table table) {
        this.table = table;
    }

    /** One read. */
    public @Nullable Authenticator of(FirmId firm, Email email) {
        return AuthenticatorItem.read(table.read(AuthenticatorItem.key(firm, Holder.of(firm, email))));
    }
}
