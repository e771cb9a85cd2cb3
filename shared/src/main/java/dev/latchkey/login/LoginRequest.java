package dev.latchkey.login;

import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.password.Password;

/** What a client logs in with. */
public record LoginRequest(FirmId firm, Email email, Password password) {

    Principal address() {
        return Principal.of(firm, email);
    }
}
