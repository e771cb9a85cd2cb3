package dev.latchkey.local.aws.iam;

import dev.latchkey.local.template.TemplateException;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * One condition of a statement, as IAM judges it: of several values any may be the one, and an absent key meets no
 * condition but {@code Null} and those that begin with {@code ForAllValues}. Refused are operators and keys that are not
 * known here, and an operator that does not fit its key: {@code ForAllValues} where there is one value, or none of the two
 * where there are several.
 */
final class Condition {
    private static final Set<String> TESTS = Set.of("StringEquals", "StringLike");
    private static final String NULL = "Null";
    private static final String ALL = "ForAllValues:";
    private static final String ANY = "ForAnyValue:";

    private final String operator;
    private final String key;
    private final List<String> values;

    private Condition(String operator, String key, List<String> values) {
        this.operator = operator;
        this.key = key;
        this.values = values;
    }

    /** @param actions of its statement, for each of which the key must be told */
    static Condition read(String where, String operator, String key, List<String> values, List<String> actions) {
        ConditionKey known = ConditionKey.ALL.stream()
                .filter(each -> each.isCalled(key) && each.actions().containsAll(actions))
                .findFirst()
                .orElseThrow(() -> unknown(where, "the condition key " + key));
        boolean isSet = operator.startsWith(ALL) || operator.startsWith(ANY);
        String test = operator.substring(isSet ? operator.indexOf(':') + 1 : 0);
        boolean isNull = operator.equals(NULL)
                && values.size() == 1
                && Set.of("true", "false").containsAll(values);
        if (!isNull && !(TESTS.contains(test) && isSet == known.hasSeveral())) {
            throw unknown(where, "the operator " + operator + " for " + key);
        }
        return new Condition(operator, key, values);
    }

    boolean holds(Need need) {
        List<String> told = need.told(key);
        return switch (operator) {
            case NULL -> told.isEmpty() == Boolean.parseBoolean(values.getFirst());
            case String all when all.startsWith(ALL) -> told.stream().allMatch(this::isMet);
            default -> told.stream().anyMatch(this::isMet);
        };
    }

    private boolean isMet(String told) {
        BiPredicate<String, String> test = operator.endsWith("StringLike") ? Wildcards::match : String::equals;
        return values.stream().anyMatch(value -> test.test(value, told));
    }

    private static TemplateException unknown(String where, String what) {
        return new TemplateException(where + " has " + what + ", which is not known here");
    }
}
