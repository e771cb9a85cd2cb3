package dev.latchkey.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table as the template declares it.
 *
 * @param attributes key attributes with their type, {@code S}, {@code N} or {@code B}
 * @param streamView what the stream's records hold, or null for no stream
 */
public record TableDefinition(
        Map<String, String> attributes,
        List<Key> keys,
        List<Index> indexes,
        @Nullable String streamView,
        @Nullable String ttlAttribute) {

    /** An attribute of a key and its part in it, {@code HASH} or {@code RANGE}. */
    public record Key(String attribute, String type) {}

    /** A global secondary index. */
    public record Index(String name, List<Key> keys, String projection, List<String> projected) {}

    /** The attribute that the key begins with. */
    public String partitionKey() {
        return keys.stream()
                .filter(key -> key.type().equals("HASH"))
                .map(Key::attribute)
                .findFirst()
                .orElseThrow(() -> new TemplateException("the table has no partition key"));
    }

    static TableDefinition read(Section table) {
        Map<String, String> attributes = new LinkedHashMap<>();
        table.sections("AttributeDefinitions")
                .forEach(each -> attributes.put(each.text("AttributeName"), each.text("AttributeType")));
        Section ttl = table.section("TimeToLiveSpecification");
        return new TableDefinition(
                attributes,
                keys(table),
                table.sections("GlobalSecondaryIndexes")
                        .map(TableDefinition::index)
                        .toList(),
                table.has("StreamSpecification")
                        ? table.section("StreamSpecification").text("StreamViewType")
                        : null,
                ttl.flag("Enabled") ? ttl.text("AttributeName") : null);
    }

    private static Index index(Section index) {
        Section projection = index.section("Projection");
        return new Index(
                index.text("IndexName"),
                keys(index),
                projection.text("ProjectionType"),
                projection.texts("NonKeyAttributes"));
    }

    private static List<Key> keys(Section section) {
        return section.sections("KeySchema")
                .map(each -> new Key(each.text("AttributeName"), each.text("KeyType")))
                .toList();
    }
}
