package dev.latchkey.local.aws.ses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/** A raw message, decoded: encoded words, transfer encodings, character sets and nested parts. */
record MimeMail(String from, List<String> recipients, String subject, String text, String html) {
    /** Reads leniently; {@code from} is empty if the header has none. */
    static MimeMail parse(byte[] raw) {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try {
            Message message = builder.parseMessage(new ByteArrayInputStream(raw));
            return new MimeMail(
                    from(message),
                    Stream.of(message.getTo(), message.getCc(), message.getBcc())
                            .flatMap(MimeMail::addresses)
                            .toList(),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    body(message, "text/plain"),
                    body(message, "text/html"));
        } catch (IOException unreadable) {
            throw SesRequest.invalid("The raw message cannot be read");
        }
    }

    private static String from(Message message) {
        var from = message.getFrom();
        return from == null || from.isEmpty() ? "" : Addresses.readable(from.get(0));
    }

    private static Stream<String> addresses(@Nullable AddressList list) {
        return list == null ? Stream.of() : list.flatten().stream().map(mailbox -> mailbox.getAddress());
    }

    private static String body(Entity message, String type) {
        return parts(message)
                .filter(part -> type.equals(part.getMimeType()) && !"attachment".equals(part.getDispositionType()))
                .findFirst()
                .map(MimeMail::decoded)
                .orElse("");
    }

    private static Stream<Entity> parts(Entity entity) {
        return entity.getBody() instanceof Multipart multipart
                ? multipart.getBodyParts().stream().flatMap(MimeMail::parts)
                : Stream.of(entity);
    }

    private static String decoded(Entity part) {
        if (!(part.getBody() instanceof TextBody body)) {
            return "";
        }
        try (var reader = body.getReader()) {
            return reader.readAllAsString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
