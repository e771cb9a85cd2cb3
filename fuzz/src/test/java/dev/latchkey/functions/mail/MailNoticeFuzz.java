package dev.latchkey.functions.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.functions.event.MalformedEvent;
import dev.latchkey.fuzz.Foreign;
import java.time.Instant;

/** What the mail service reports is a report, none, or unreadable; one that is read has times that can be compared. */
public final class MailNoticeFuzz {

    private MailNoticeFuzz() {}

    /** Bytes are the message of a notice. */
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            SesNotification.read(Foreign.text(data)).ifPresent(report -> {
                Instant sent = report.sentAt();
                assertThat(sent == null || sent.toEpochMilli() != 0 || sent.getEpochSecond() == 0)
                        .isTrue();
                assertThat(report.recipients())
                        .allMatch(email -> email.address().indexOf('@') > 0);
            });
        } catch (MalformedEvent refused) {
            assertThat(refused).hasMessage("the event's notificationType is missing or wrong");
        } catch (IllegalStateException noJson) {
            assertThat(noJson).hasMessage("the event is not one JSON object").hasNoCause();
        }
    }
}
