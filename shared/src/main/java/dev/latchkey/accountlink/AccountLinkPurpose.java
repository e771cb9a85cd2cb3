package dev.latchkey.accountlink;

import dev.latchkey.firm.AccessRequest;
import dev.latchkey.mail.MailKind;
import dev.latchkey.throttling.MailCategory;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a mailed account link is for: to set up an account, by the client's wish or the staff's, or to reset a password.
 * A link supersedes only links of its own purpose, so nobody can void an invitation by signing up in the client's name.
 */
public enum AccountLinkPurpose {
    /** A client signs up. */
    SIGN_UP("sign-up", "set-up", Duration.ofMinutes(60), MailCategory.SIGN_UP, MailKind.SIGN_UP),
    /** Staff invite. Its lifetime begins with the invitation, not with the mail. */
    INVITATION("invitation", "set-up", Duration.ofDays(30), MailCategory.INVITATION, MailKind.INVITATION),
    /** A client forgot the password. */
    RESET("reset", "reset", Duration.ofMinutes(30), MailCategory.RESET, MailKind.RESET);

    /** Its name in ids and keys. */
    final String value;

    /** Name of the token in the fragment of the mailed URL. */
    public final String fragment;

    final Duration life;
    final MailCategory category;
    public final MailKind mail;

    AccountLinkPurpose(String value, String fragment, Duration life, MailCategory category, MailKind mail) {
        this.value = value;
        this.fragment = fragment;
        this.life = life;
        this.category = category;
        this.mail = mail;
    }

    /** Whether it makes an account. */
    public boolean setsUp() {
        return this != RESET;
    }

    /** The use of the link, for the firm's access mode. */
    public AccessRequest accessRequest() {
        return setsUp() ? AccessRequest.SET_UP_LINK : AccessRequest.RESET_LINK;
    }

    /** The request for the link, for the firm's access mode. */
    AccessRequest asked() {
        return setsUp() ? AccessRequest.SIGN_UP : AccessRequest.FORGOTTEN_PASSWORD;
    }

    static Optional<AccountLinkPurpose> of(String value) {
        return Stream.of(values())
                .filter(purpose -> purpose.value.equals(value))
                .findFirst();
    }
}
