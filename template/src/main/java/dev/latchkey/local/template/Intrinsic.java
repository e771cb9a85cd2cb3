package dev.latchkey.local.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CloudFormation function that has not been worked out yet: {@code !Ref Table} is {@code Ref} of {@code "Table"}. */
record Intrinsic(String function, @Nullable Object argument) {
    private static final String LONG_FORM = "Fn::";

    /** The long form, a map with the function's name as its only key, is the same thing as the short tag. */
    static @Nullable Object recognise(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map) || map.size() != 1) {
            return value;
        }
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        String key = String.valueOf(only.getKey());
        if (key.equals("Ref") || key.equals("Condition")) {
            return new Intrinsic(key, only.getValue());
        }
        return key.startsWith(LONG_FORM) ? new Intrinsic(key.substring(LONG_FORM.length()), only.getValue()) : value;
    }
}
