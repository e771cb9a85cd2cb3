package dev.latchkey.throttling;

import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;

/** The categories of mail. Each has limits of its own. */
public enum MailCategory {
    /** A request link that staff send. */
    REQUEST_LINK("request-link"),
    /** A sign-in link that a client asks for. */
    SIGN_IN_LINK("sign-in-link"),
    /** A new link in place of one that no longer works. */
    RENEWED_LINK("renewed-link"),
    /** A set-up link that a client asks for. */
    SIGN_UP("sign-up"),
    /** A set-up link that staff send. */
    INVITATION("invitation"),
    /** A link to choose another password. */
    RESET("reset");

    private static final String LIMIT = "limit";

    private final String value;

    MailCategory(String value) {
        this.value = value;
    }

    Key of(Principal principal, FirmId firm) {
        return principal.key(firm, LIMIT, value);
    }

    /** A part of that limit, such as of one device or source. */
    Key of(Principal principal, FirmId firm, String part, String one) {
        return principal.key(firm, LIMIT, value, part, one);
    }

    Key of(FirmId firm) {
        return new Key(Key.join(firm.value(), "firm"), Key.join(LIMIT, value));
    }

    Key of(String sourceIp, FirmId firm) {
        return new Key(Key.join(firm.value(), "source", SourceAddress.key(sourceIp)), Key.join(LIMIT, value));
    }
}
