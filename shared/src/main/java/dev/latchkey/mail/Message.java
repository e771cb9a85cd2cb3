package dev.latchkey.mail;

import dev.latchkey.contact.Email;

/**
 * One mail to one recipient, in a text part and an HTML part that say the same.
 *
 * @param sender the sender's name, already a {@linkplain DisplayName display name}
 * @param id the mail's id; it is sent as tags, so that a bounce can be matched
 */
public record Message(
        MailId id, MailKind kind, DisplayName sender, Email to, String subject, String text, String html) {

    /** Hides the parts, which contain the secret. */
    @Override
    public String toString() {
        return "Message[" + kind + "]";
    }
}
