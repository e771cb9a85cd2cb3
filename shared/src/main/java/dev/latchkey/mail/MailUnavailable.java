package dev.latchkey.mail;

/** The mail service did not take the mail, or its answer was lost and it may have taken it. Try again later. */
public final class MailUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailUnavailable(Throwable cause) {
        super("the mail service did not take the mail", cause);
    }
}
