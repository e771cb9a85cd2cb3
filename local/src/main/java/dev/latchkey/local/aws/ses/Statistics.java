package dev.latchkey.local.aws.ses;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/** How much was sent: one data point for everything, and a quota that is told but not kept. */
final class Statistics {
    private final Mailbox mailbox;
    private final InstantSource clock;

    Statistics(Mailbox mailbox, InstantSource clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    Map<String, Function<SesRequest, Xml>> actions() {
        return Map.of("GetSendQuota", _ -> quota(), "GetSendStatistics", _ -> statistics());
    }

    private Xml quota() {
        Instant since = clock.instant().minus(Duration.ofDays(1));
        long sent = mailbox.messages(null).stream()
                .filter(message -> message.at().isAfter(since))
                .count();
        return new Xml(Xml.element("Max24HourSend", "50000.0").text()
                + Xml.element("MaxSendRate", "14.0").text()
                + Xml.element("SentLast24Hours", sent + ".0").text());
    }

    private Xml statistics() {
        return Xml.element(
                "SendDataPoints",
                Xml.element(
                        "member",
                        Xml.element("DeliveryAttempts", String.valueOf(mailbox.size())),
                        Xml.element("Bounces", "0"),
                        Xml.element("Complaints", "0"),
                        Xml.element("Rejects", "0"),
                        Xml.element("Timestamp", clock.instant().toString())));
    }
}
