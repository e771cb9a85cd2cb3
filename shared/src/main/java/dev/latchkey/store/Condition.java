package dev.latchkey.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition on an item at the instant of the write, as a small tree. Names and values are always sent as
 * placeholders, so no attribute name can collide with a reserved word and no value can become syntax.
 */
public sealed interface Condition {

    record Exists(String name) implements Condition {}

    record NotExists(String name) implements Condition {}

    record Compare(String name, Operator operator, Object value) implements Condition {}

    record StartsWith(String name, String value) implements Condition {}

    record Contains(String name, String value) implements Condition {}

    record All(List<Condition> parts) implements Condition {}

    record Any(List<Condition> parts) implements Condition {}

    /** Comparison operators of the condition expression. */
    enum Operator {
        EQUAL("="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">");

        final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }
    }

    /** The item does not exist. */
    static Condition absent() {
        return new NotExists("pk");
    }

    /** The item exists. */
    static Condition present() {
        return new Exists("pk");
    }

    static Condition missing(String name) {
        return new NotExists(name);
    }

    static Condition exists(String name) {
        return new Exists(name);
    }

    static Condition equal(String name, String value) {
        return new Compare(name, Operator.EQUAL, value);
    }

    static Condition equal(String name, long value) {
        return new Compare(name, Operator.EQUAL, value);
    }

    /** The number has this value; a missing one counts as zero. */
    static Condition count(String name, long value) {
        return value == 0 ? missing(name).or(equal(name, 0)) : equal(name, value);
    }

    static Condition less(String name, long value) {
        return new Compare(name, Operator.LESS, value);
    }

    static Condition atMost(String name, long value) {
        return new Compare(name, Operator.AT_MOST, value);
    }

    static Condition more(String name, long value) {
        return new Compare(name, Operator.MORE, value);
    }

    /** The string begins with this value. */
    static Condition startsWith(String name, String value) {
        return new StartsWith(name, value);
    }

    /** The string set has this value. */
    static Condition contains(String name, String value) {
        return new Contains(name, value);
    }

    default Condition and(Condition other) {
        return new All(joined(other));
    }

    default Condition or(Condition other) {
        return new Any(joined(other));
    }

    private List<Condition> joined(Condition other) {
        List<Condition> parts = new ArrayList<>();
        parts.add(this);
        parts.add(other);
        return List.copyOf(parts);
    }
}
