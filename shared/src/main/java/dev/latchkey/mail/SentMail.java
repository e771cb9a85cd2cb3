package dev.latchkey.mail;

import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds by the mail service's message id which firm's mail it was and where it went. It is the only item whose key has
 * no firm, because a bounce notification in the older form has nothing else of ours than the message id. It holds a
 * firm's id and the key of an address, and no more.
 */
public final class SentMail {

    private static final String ADDRESS = "address";
    private static final String MESSAGE = "message";
    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9._@-]{1,200}");

    /** Bounces come within days; complaints may take weeks. */
    private static final Duration KEPT = Duration.ofDays(60);

    /**
     * A mail that was sent.
     *
     * @param address that it went to; {@code null} if an earlier version recorded it
     */
    public record Known(FirmId firm, @Nullable Principal address) {}

    private final Table table;

    public SentMail(Table table) {
        this.table = table;
    }

    /** Written when the mail is recorded as sent: the entry of the message id, and a pointer to it with the address. */
    public static List<Write> of(String messageId, FirmId firm, Email to, Instant now) {
        Principal address = Principal.of(firm, to);
        Instant end = now.plus(KEPT);
        return List.of(
                Write.overwrite(Item.at(key(messageId))
                        .text("firm", firm.value())
                        .text(ADDRESS, address.value())
                        .timeToLive(end)
                        .build()),
                Write.overwrite(Item.at(address.key(firm, MESSAGE, messageId))
                        .timeToLive(end)
                        .build()));
    }

    /**
     * The key of the message entry that an item of an address's partition points to; {@code null} for any other item.
     */
    public static @Nullable Key pointedTo(Key key) {
        String[] sortKey = key.sk().split("#", 2);
        return sortKey.length == 2 && sortKey[0].equals(MESSAGE) ? key(sortKey[1]) : null;
    }

    /** Empty for an unknown message, or one that is too old. */
    public Optional<Known> find(String messageId) {
        if (!MESSAGE_ID.matcher(messageId).matches()) {
            return Optional.empty();
        }
        Item item = table.read(key(messageId));
        if (item == null) {
            return Optional.empty();
        }
        Principal address = Optional.ofNullable(item.optionalText(ADDRESS))
                .flatMap(Principal::parse)
                .orElse(null);
        return FirmId.parse(item.text("firm")).map(firm -> new Known(firm, address));
    }

    /** No firm's id begins with a tilde, so this can't be a firm's key. */
    private static Key key(String messageId) {
        return new Key(Key.join("~" + MESSAGE, messageId), MESSAGE);
    }
}
