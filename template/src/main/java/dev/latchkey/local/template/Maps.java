package dev.latchkey.local.template;

import java.util.Map;

/** Steps into a loaded document, where an absent section counts as an empty one and anything but a map is refused. */
final class Maps {
    private Maps() {}

    static Map<?, ?> at(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            return Map.of();
        }
        return of(value, key);
    }

    static Map<?, ?> of(Object value, String where) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new TemplateException(where + " is not a map");
    }
}
