package dev.latchkey.bounce;

import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounce or complaint that the mail service reports about one message: mail to these recipients should stop.
 *
 * @param firm the firm in the message's tags; {@code null} if the report has no tags
 * @param address the address in the message's tags; {@code null} if the report has no tags
 * @param messageId the mail service's id of the message
 * @param recipients the addresses that bounced or complained. They may differ from the address of the message, because
 *     people forward mail
 * @param sentAt when the message was sent; {@code null} counts as now
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
