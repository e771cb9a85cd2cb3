package dev.latchkey.acceptance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A firm's trail as it stands in the table, by time; of one instant the cause comes before what follows from it. */
final class AuditRows {

    private static final List<String> FOLLOWING = List.of("sign-in.succeeded", "account.locked");

    private AuditRows() {}

    static List<String> types(World world, TestFirm firm) {
        return rows(world, firm)
                .sorted(Comparator.comparing(AuditRows::place))
                .map(item -> text(item, "type"))
                .toList();
    }

    /** What the rows of one type say beside who, when and whom, in order. */
    static List<Map<String, String>> of(TestFirm firm, String type) {
        return rows(firm.world(), firm)
                .filter(item -> text(item, "type").equals(type))
                .sorted(Comparator.comparing(AuditRows::place))
                .map(AuditRows::detail)
                .toList();
    }

    private static Stream<Map<String, AttributeValue>> rows(World world, TestFirm firm) {
        return world.months().stream()
                .flatMap(month -> TableDump.partition(world, firm.id() + "#audit#" + month).stream());
    }

    private static Map<String, String> detail(Map<String, AttributeValue> row) {
        return Objects.requireNonNull(row.get("detail")).l().getFirst().m().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().s()));
    }

    private static String place(Map<String, AttributeValue> row) {
        String instant = text(row, "sk").substring(0, "2026-01-01T00:00:00.000Z".length());
        return instant + (FOLLOWING.contains(text(row, "type")) ? 1 : 0);
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        return Objects.requireNonNull(row.get(name)).s();
    }
}
