package dev.latchkey.mail;

/** The mail service understood and refused this mail. Another attempt helps only after something was corrected. */
public final class MailRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailRefused(Throwable cause) {
        super("the mail service refused the mail", cause);
    }
}
