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
 * Reads SES reports of a message, in the form of its notifications ({@code notificationType}) or of its published events
 * ({@code eventType}, with the message's tags). Only reasons to stop mail count: a permanent bounce and a complaint. A full
 * mailbox, an out-of-office reply, "not spam" and the plain text with which SES tests a new topic don't.
 */
public final class SesNotification {

    private static final Pattern PLAIN_TEXT = Pattern.compile("\\s*\\p{L}.*", Pattern.DOTALL);

    private static final Pattern IN_BRACKETS = Pattern.compile("^[^<>]*<([^<>]*)>\\s*$");

    /** None of our mail is sent later; the table can't keep much later times. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private SesNotification() {}

    /** As {@link #read(JsonNode)}; text that doesn't look like JSON is no report. */
    public static Optional<MailReport> read(String message) {
        return PLAIN_TEXT.matcher(message).matches() ? Optional.empty() : read(StrictJson.event(message));
    }

    /** Empty if it is no reason to stop; throws {@link MalformedEvent}, naming the field, if it is unreadable. */
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

    /** Without display names. Addresses that we can't parse, as of another alphabet, are skipped: we never wrote to them. */
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
