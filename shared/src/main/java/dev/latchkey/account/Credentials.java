package dev.latchkey.account;

import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;

/** What somebody logs in with. */
public record Credentials(FirmId firm, Email email, Password password) {

    Holder address() {
        return Holder.of(firm, email);
    }
}
