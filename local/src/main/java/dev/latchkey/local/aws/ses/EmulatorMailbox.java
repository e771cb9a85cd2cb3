package dev.latchkey.local.aws.ses;

import dev.latchkey.local.aws.ses.Mailbox.Message;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mail that went out through here, as the emulator shows it; the tags and the time, which emulators do not show or
 * take from a clock that cannot be set, as noted on the way. Mail that others sent there is left out.
 */
public final class EmulatorMailbox implements MailReader {
    private final ShownMail shown;
    private final InstantSource clock;
    private final List<Noted> noted = new ArrayList<>();
    private final Map<String, List<ShownMail.Mail>> seen = new HashMap<>();

    private record Noted(String id, Instant at, Map<String, String> tags) {}

    public EmulatorMailbox(URI endpoint, String account, InstantSource clock) {
        this.shown = new ShownMail(endpoint, account);
        this.clock = clock;
    }

    /** Told once the emulator has answered with the id. */
    void sent(String id, Map<String, String> tags) {
        synchronized (noted) {
            noted.add(new Noted(id, clock.instant(), tags));
        }
    }

    /** Asks the emulator again only while a mail that was sent has not been seen yet: it always shows all. */
    @Override
    public List<Message> messages(@Nullable String to) {
        List<Noted> sent;
        synchronized (noted) {
            sent = List.copyOf(noted).reversed();
        }
        synchronized (seen) {
            if (!sent.stream().map(Noted::id).allMatch(seen::containsKey)) {
                shown.list().forEach(mail -> seen.putIfAbsent(mail.getFirst().id(), mail));
            }
            return sent.stream()
                    .flatMap(this::messages)
                    .filter(message ->
                            to == null || Addresses.fold(message.to()).equals(Addresses.fold(to)))
                    .toList();
        }
    }

    private Stream<Message> messages(Noted of) {
        return seen.getOrDefault(of.id(), List.of()).stream()
                .map(mail -> new Message(
                        of.id(),
                        of.at(),
                        Addresses.readable(mail.from()),
                        mail.to(),
                        mail.subject(),
                        mail.text(),
                        mail.html(),
                        of.tags(),
                        ""));
    }
}
