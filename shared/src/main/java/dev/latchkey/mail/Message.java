package dev.latchkey.mail;

import dev.latchkey.contact.Email;

/**
 * One mail to one recipient, in a text part and an HTML part that say the same.
 *
 * @param sender the name shown as the sender, already in {@linkplain DisplayName shown form}
 * @param id whose mail this is; goes along as tags, so that bounces find their way back
 */
public record Message(
        MailId id, MailKind kind, DisplayName sender, Email to, String subject, String text, String html) {

    /** Hides the parts, which hold the secret. */
    @Override
    public String toString() {
        return "Message[" + kind + "]";
    }
}
