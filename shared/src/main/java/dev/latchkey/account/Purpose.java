package dev.latchkey.account;

import dev.latchkey.attempts.MailSort;
import dev.latchkey.mail.MailKind;
import java.time.Duration;

/** What a mailed account link is for: to set up an account, by the client's wish or the staff's, or to reset a password. */
enum Purpose {
    /** A client signs up. */
    SIGN_UP("set-up", Duration.ofMinutes(60), MailSort.SIGN_UP, MailKind.SIGN_UP),
    /** Staff invite. Its life begins when they do, and not with the mail. */
    INVITATION("set-up", Duration.ofDays(30), MailSort.INVITATION, MailKind.INVITATION),
    /** A password was forgotten. */
    RESET("reset", Duration.ofMinutes(30), MailSort.RESET, MailKind.RESET);

    /** Links of one kind follow each other, and one of another kind opens nothing. Also the fragment's name. */
    final String kind;

    final Duration life;
    final MailSort sort;
    final MailKind mail;

    Purpose(String kind, Duration life, MailSort sort, MailKind mail) {
        this.kind = kind;
        this.life = life;
        this.sort = sort;
        this.mail = mail;
    }
}
