package dev.latchkey.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One stored item, read by name and type. A required attribute that is missing means a broken table: an exception.
 * Optional ones are {@code null}. Times are stored as epoch milliseconds.
 */
public final class Item {

    private final Map<String, AttributeValue> attributes;

    Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    /** Starts an item to be put under this key. */
    public static ItemBuilder at(Key key) {
        return new ItemBuilder(key);
    }

    public Key key() {
        return Key.of(attributes);
    }

    public String text(String name) {
        return required(name).s();
    }

    public @Nullable String optionalText(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? null : value.s();
    }

    public long number(String name) {
        return Long.parseLong(required(name).n());
    }

    public long number(String name, long otherwise) {
        return attributes.containsKey(name) ? number(name) : otherwise;
    }

    public @Nullable Long optionalNumber(String name) {
        return attributes.containsKey(name) ? number(name) : null;
    }

    public boolean flag(String name) {
        AttributeValue value = attributes.get(name);
        return value != null && Boolean.TRUE.equals(value.bool());
    }

    public Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    public @Nullable Instant optionalTime(String name) {
        return attributes.containsKey(name) ? time(name) : null;
    }

    /** A string set; DynamoDB has no empty sets, so a missing one is empty. */
    public Set<String> texts(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? Set.of() : Set.copyOf(value.ss());
    }

    /** The strings whose names begin with this, by the rest of their names. */
    public SortedMap<String, String> textsNamed(String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        attributes.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value.s());
            }
        });
        return found;
    }

    /** The names of the attributes whose names begin with this. */
    public Set<String> namesWith(String prefix) {
        return attributes.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** A list of maps with string values, in order; missing is empty. */
    public List<Map<String, String>> rows(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            return List.of();
        }
        return value.l().stream().map(row -> strings(row.m())).toList();
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    private static Map<String, String> strings(Map<String, AttributeValue> row) {
        return Collections.unmodifiableMap(row.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().s())));
    }

    private AttributeValue required(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("item of kind " + key().sk().split("#", 2)[0] + " lacks " + name);
        }
        return value;
    }
}
