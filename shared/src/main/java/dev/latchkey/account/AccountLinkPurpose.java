package dev.latchkey.account;

import dev.latchkey.firm.AccessRequest;
import dev.latchkey.mail.MailKind;
import dev.latchkey.throttling.MailCategory;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a mailed account link is for: to set up an account, by the client's wish or the staff's, or to reset a password.
 * Links of one purpose follow each other; so nobody can void a staff's invitation by signing up in the client's name.
 */
enum AccountLinkPurpose {
    /** A client signs up. */
    SIGN_UP("sign-up", "set-up", Duration.ofMinutes(60), MailCategory.SIGN_UP, MailKind.SIGN_UP),
    /** Staff invite. Its life begins when they do, and not with the mail. */
    INVITATION("invitation", "set-up", Duration.ofDays(30), MailCategory.INVITATION, MailKind.INVITATION),
    /** A password was forgotten. */
    RESET("reset", "reset", Duration.ofMinutes(30), MailCategory.RESET, MailKind.RESET);

    /** Names it in ids and keys. */
    final String word;

    /** Names the token in the mailed address's fragment. */
    final String fragment;

    final Duration life;
    final MailCategory sort;
    final MailKind mail;

    AccountLinkPurpose(String word, String fragment, Duration life, MailCategory sort, MailKind mail) {
        this.word = word;
        this.fragment = fragment;
        this.life = life;
        this.sort = sort;
        this.mail = mail;
    }

    /** Whether it makes an account. */
    boolean setsUp() {
        return this != RESET;
    }

    /** What it is once it is mailed, for the firm's access mode. */
    AccessRequest accessRequest() {
        return setsUp() ? AccessRequest.SET_UP_LINK : AccessRequest.RESET_LINK;
    }

    /** What it is to ask for it. */
    AccessRequest asked() {
        return setsUp() ? AccessRequest.SIGN_UP : AccessRequest.FORGOTTEN_PASSWORD;
    }

    static Optional<AccountLinkPurpose> of(String word) {
        return Stream.of(values()).filter(purpose -> purpose.word.equals(word)).findFirst();
    }
}
