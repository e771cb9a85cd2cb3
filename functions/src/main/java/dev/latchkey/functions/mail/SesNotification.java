package dev.latchkey.functions.mail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.bounce.MailReport;
import dev.latchkey.bounce.MailReport.Cause;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.functions.event.MalformedEvent;
import dev.latchkey.json.StrictJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what SES reports of a message, in the shape of its notifications ({@code notificationType}) or of its published
 * events ({@code eventType}, with the message's tags). Only what says that mail should stop is a report: a permanent
 * bounce, and a complaint. A full mailbox or an out-of-office reply is none, and neither is "not spam", nor the line of
 * plain text with which SES tries a new topic.
 */
public final class SesNotification {

    private static final Pattern PLAIN_TEXT = Pattern.compile("\\s*\\p{L}.*", Pattern.DOTALL);

    private static final Pattern IN_BRACKETS = Pattern.compile("^[^<>]*<([^<>]*)>\\s*$");

    /** No mail of ours was sent later; the table could not keep what is much later still. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private SesNotification() {}

    /** As {@link #read(JsonNode)}; what neither is JSON nor looks like it is no report. */
    public static Optional<MailReport> read(String message) {
        return PLAIN_TEXT.matcher(message).matches() ? Optional.empty() : read(StrictJson.event(message));
    }

    /** Empty for whatever is no reason to stop; throws {@link MalformedEvent}, naming the field, where one is unreadable. */
    private static Optional<MailReport> read(JsonNode notice) {
        String type =
                notice.path("notificationType").asText(notice.path("eventType").asText());
        return switch (type) {
            case "Bounce" ->
                notice.at("/bounce/bounceType").asText().equals("Permanent")
                        ? Optional.of(report(Cause.BOUNCE, notice, notice.at("/bounce/bouncedRecipients")))
                        : Optional.empty();
            case "Complaint" ->
                notice.at("/complaint/complaintFeedbackType").asText().equals("not-spam")
                        ? Optional.empty()
                        : Optional.of(report(Cause.COMPLAINT, notice, notice.at("/complaint/complainedRecipients")));
            case "" -> throw new MalformedEvent("notificationType");
            default -> Optional.empty();
        };
    }

    private static MailReport report(Cause cause, JsonNode notice, JsonNode recipients) {
        JsonNode mail = notice.path("mail");
        FirmId firm = FirmId.parse(mail.at("/tags/firm/0").asText()).orElse(null);
        Principal address =
                Principal.ofAddress(mail.at("/tags/address/0").asText()).orElse(null);
        return new MailReport(cause, firm, address, mail.path("messageId").asText(), emails(recipients), sentAt(mail));
    }

    /** Without display names. What is no address of ours, such as one of another alphabet, can't be one that we wrote to. */
    private static List<Email> emails(JsonNode recipients) {
        return recipients
                .valueStream()
                .map(recipient -> recipient.path("emailAddress").asText())
                .map(recipient -> IN_BRACKETS.matcher(recipient).replaceFirst("$1"))
                .map(Email::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable Instant sentAt(JsonNode mail) {
        try {
            Instant sent = Instant.parse(mail.path("timestamp").asText());
            return sent.isBefore(Instant.EPOCH) || sent.isAfter(LAST) ? null : sent;
        } catch (DateTimeException untold) {
            return null;
        }
    }
}
