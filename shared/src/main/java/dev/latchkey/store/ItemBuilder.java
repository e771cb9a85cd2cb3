package dev.latchkey.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds an {@link Item}. A {@code null} value or an empty set leaves the attribute out. */
public final class ItemBuilder {

    private final Map<String, AttributeValue> attributes;

    ItemBuilder(Key key) {
        this.attributes = new HashMap<>(key.attributes());
    }

    public ItemBuilder text(String name, @Nullable String value) {
        return value == null ? this : put(name, AttributeValue.fromS(value));
    }

    public ItemBuilder number(String name, long value) {
        return put(name, AttributeValue.fromN(Long.toString(value)));
    }

    public ItemBuilder flag(String name, boolean value) {
        return value ? put(name, AttributeValue.fromBool(true)) : this;
    }

    public ItemBuilder time(String name, @Nullable Instant value) {
        return value == null ? this : number(name, value.toEpochMilli());
    }

    public ItemBuilder texts(String name, Set<String> values) {
        return values.isEmpty() ? this : put(name, AttributeValue.fromSs(List.copyOf(values)));
    }

    public ItemBuilder rows(String name, List<Map<String, String>> rows) {
        List<AttributeValue> values =
                rows.stream().map(row -> AttributeValue.fromM(strings(row))).toList();
        return put(name, AttributeValue.fromL(values));
    }

    /** When DynamoDB may delete the item, some days late. Expiry that matters is checked in code as well. */
    public ItemBuilder timeToLive(Instant end) {
        return number(ItemUpdate.TTL, end.getEpochSecond());
    }

    /** The same end as this item has, if it has one. */
    public ItemBuilder timeToLive(Item other) {
        Long end = other.optionalNumber(ItemUpdate.TTL);
        return end == null ? this : number(ItemUpdate.TTL, end);
    }

    public Item build() {
        return new Item(Map.copyOf(attributes));
    }

    private static Map<String, AttributeValue> strings(Map<String, String> row) {
        Map<String, AttributeValue> values = new HashMap<>();
        row.forEach((name, value) -> values.put(name, AttributeValue.fromS(value)));
        return values;
    }

    private ItemBuilder put(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }
}
