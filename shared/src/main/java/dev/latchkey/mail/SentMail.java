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
 * Tells by the mail service's message id whose mail it was and where it went. The one item that no firm's key leads to,
 * because a bounce notification in the older shape names a message and nothing else of ours; it holds a firm's id and the key
 * of an address, and no more.
 */
public final class SentMail {

    private static final String ADDRESS = "address";
    private static final String MESSAGE = "message";
    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9._@-]{1,200}");

    /** Bounces come within days; complaints may take weeks. */
    private static final Duration KEPT = Duration.ofDays(60);

    /**
     * A mail that left.
     *
     * @param address that it went to; {@code null} where an earlier version noted it
     */
    public record Known(FirmId firm, @Nullable Principal address) {}

    private final Table table;

    public SentMail(Table table) {
        this.table = table;
    }

    /** To be written with the note that it was sent: what the message's id leads to, and with the address that there is one. */
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

    /** Where a message of ours is noted to which an item of an address's partition points; {@code null} for any other item. */
    public static @Nullable Key pointedTo(Key key) {
        String[] sort = key.sk().split("#", 2);
        return sort.length == 2 && sort[0].equals(MESSAGE) ? key(sort[1]) : null;
    }

    /** Empty for a message that is none of ours, or too old. */
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

    /** A tilde leads no firm's id, so this can't be a firm's key. */
    private static Key key(String messageId) {
        return new Key(Key.join("~" + MESSAGE, messageId), MESSAGE);
    }
}
