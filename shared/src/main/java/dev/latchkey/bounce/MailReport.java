package dev.latchkey.bounce;

import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mail service reports of one message: that mail to these recipients should stop.
 *
 * @param firm by the message's tags; {@code null} in the shape that has none, and then the message tells
 * @param address that the message went to, by its tags; {@code null} likewise
 * @param messageId the mail service's id of the message
 * @param recipients those that bounced or complained, which need not be where the message went: people have mail forwarded
 * @param sentAt when the message was sent; a report that doesn't say counts as one of a message sent now
 */
public record MailReport(
        Cause cause,
        @Nullable FirmId firm,
        @Nullable Principal address,
        String messageId,
        List<Email> recipients,
        @Nullable Instant sentAt) {

    /** Why mail should stop. */
    public enum Cause {
        BOUNCE,
        COMPLAINT
    }
}
