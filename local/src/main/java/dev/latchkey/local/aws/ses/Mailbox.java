package dev.latchkey.local.aws.ses;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All mail ever taken, one message for each recipient. */
public final class Mailbox implements MailReader {
    private final Deque<Message> newestFirst = new ArrayDeque<>();

    /**
     * Mail as its reader sees it, headers and bodies decoded.
     *
     * @param id the id that SES answered, the same for each recipient of one call
     * @param from with its display name, if it has one
     * @param to the bare address of one recipient
     * @param text empty if there is no such part, and so for {@code html}
     * @param tags as the caller gave them
     * @param raw the MIME source; empty for mail that was not sent raw
     */
    public record Message(
            String id,
            Instant at,
            String from,
            String to,
            String subject,
            String text,
            String html,
            Map<String, String> tags,
            String raw) {}

    synchronized void add(Message message) {
        newestFirst.addFirst(message);
    }

    @Override
    public synchronized List<Message> messages(@Nullable String to) {
        return newestFirst.stream()
                .filter(message -> to == null || Addresses.fold(message.to()).equals(Addresses.fold(to)))
                .toList();
    }

    synchronized int size() {
        return newestFirst.size();
    }
}
