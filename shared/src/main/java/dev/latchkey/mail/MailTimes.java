package dev.latchkey.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as mails show them. */
public final class MailTimes {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private MailTimes() {}

    public static String dayAndTime(Instant instant) {
        return DAY_AND_TIME.format(instant);
    }
}
