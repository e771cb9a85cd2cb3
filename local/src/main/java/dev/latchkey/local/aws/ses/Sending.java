package dev.latchkey.local.aws.ses;

import dev.latchkey.local.aws.wire.AwsError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** SendEmail and SendRawEmail. Configuration set names are taken and mean nothing. */
final class Sending {
    private static final int MOST_RECIPIENTS = 50;

    private final Mailbox mailbox;
    private final InstantSource clock;

    Sending(Mailbox mailbox, InstantSource clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    Map<String, Function<SesRequest, Xml>> actions() {
        return Map.of("SendEmail", this::sendEmail, "SendRawEmail", this::sendRaw);
    }

    private Xml sendEmail(SesRequest request) {
        String source = request.required("Source");
        List<String> recipients = recipients(Stream.of("To", "Cc", "Bcc")
                .flatMap(kind -> request.list("Destination." + kind + "Addresses").stream())
                .toList());
        Addresses.bare(source);
        var mail = new MimeMail(
                Addresses.readable(source),
                recipients,
                request.required("Message.Subject.Data"),
                request.text("Message.Body.Text.Data").orElse(""),
                request.text("Message.Body.Html.Data").orElse(""));
        if (mail.text().isEmpty() && mail.html().isEmpty()) {
            throw SesRequest.invalid("Missing required parameter Message.Body");
        }
        return deliver(mail, request.tags(), "");
    }

    private Xml sendRaw(SesRequest request) {
        byte[] raw = decode(request.required("RawMessage.Data"));
        MimeMail mail = MimeMail.parse(raw);
        String source = request.text("Source").orElse(mail.from());
        if (source.isEmpty()) {
            throw SesRequest.invalid("Missing required header 'From'.");
        }
        Addresses.bare(source);
        List<String> named = request.list("Destinations");
        var addressed = new MimeMail(
                mail.from().isEmpty() ? Addresses.readable(source) : mail.from(),
                recipients(named.isEmpty() ? mail.recipients() : named),
                mail.subject(),
                mail.text(),
                mail.html());
        return deliver(addressed, request.tags(), new String(raw, StandardCharsets.UTF_8));
    }

    private static List<String> recipients(List<String> written) {
        if (written.isEmpty()) {
            throw SesRequest.invalid("Missing required header 'To'.");
        }
        if (written.size() > MOST_RECIPIENTS) {
            throw new AwsError("MessageRejected", "Recipient count exceeds " + MOST_RECIPIENTS + ".");
        }
        return Addresses.bare(written);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw SesRequest.invalid("RawMessage.Data is not base64");
        }
    }

    private Xml deliver(MimeMail mail, Map<String, String> tags, String raw) {
        Instant at = clock.instant();
        String id = "%016x-%s-000000".formatted(at.toEpochMilli() | 0x0102L << 48, UUID.randomUUID());
        for (String to : mail.recipients()) {
            mailbox.add(
                    new Mailbox.Message(id, at, mail.from(), to, mail.subject(), mail.text(), mail.html(), tags, raw));
        }
        return Xml.element("MessageId", id);
    }
}
