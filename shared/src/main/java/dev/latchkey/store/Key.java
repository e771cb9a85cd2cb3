package dev.latchkey.store;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of one item. The partition always begins with the firm, so that nothing can be read across firms;
 * parts are joined by {@code #}, which no id can contain.
 *
 * @param pk partition key, {@code <firm>#<kind>[#<id>]}
 * @param sk sort key, {@code <kind>[#<id>]}
 */
public record Key(String pk, String sk) {

    private static final String SEPARATOR = "#";

    /** Refuses a part that contains the separator: an id that was never parsed is a bug, not an attack. */
    public static String join(String... parts) {
        for (String part : parts) {
            if (part.isEmpty() || part.contains(SEPARATOR)) {
                throw new IllegalArgumentException("a key part is empty or holds the separator");
            }
        }
        return String.join(SEPARATOR, parts);
    }

    Map<String, AttributeValue> attributes() {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    static Key of(Map<String, AttributeValue> attributes) {
        return new Key(text(attributes, "pk"), text(attributes, "sk"));
    }

    private static String text(Map<String, AttributeValue> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name).s();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && pk.equals(key.pk) && sk.equals(key.sk);
    }

    @Override
    public int hashCode() {
        return 31 * pk.hashCode() + sk.hashCode();
    }
}
