package dev.latchkey.local.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the template that knows where it stands, so that an error can say so, and that works values out as they
 * are asked for.
 */
record Section(String where, Map<?, ?> content, Resolver resolver) {

    boolean has(String key) {
        return content.get(key) != null;
    }

    Section section(String key) {
        return of(where + "." + key, content.get(key));
    }

    Stream<Section> sections(String key) {
        Object value = content.get(key);
        if (value == null) {
            return Stream.empty();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> of(where + "." + key, each));
        }
        throw new TemplateException(where + "." + key + " is not a list");
    }

    Stream<Section> children() {
        return content.entrySet().stream().map(entry -> of(String.valueOf(entry.getKey()), entry.getValue()));
    }

    String text(String key) {
        return resolver.text(content.get(key), where + "." + key);
    }

    String text(String key, String otherwise) {
        return isAbsent(key) ? otherwise : text(key);
    }

    int number(String key, int otherwise) {
        String text = text(key, String.valueOf(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notOne) {
            throw new TemplateException(where + "." + key + " is not a number: " + text, notOne);
        }
    }

    boolean flag(String key) {
        return !isAbsent(key) && Boolean.parseBoolean(text(key));
    }

    List<String> texts(String key) {
        Object value = value(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> resolver.text(each, where + "." + key))
                    .toList();
        }
        throw new TemplateException(where + "." + key + " is not a list");
    }

    String resourceName(String key) {
        return resolver.resourceName(content.get(key), where + "." + key);
    }

    @Nullable
    Object value(String key) {
        return resolver.resolve(content.get(key));
    }

    /** A section may itself be behind an {@code !If}; then it is worked out whole. */
    private Section of(String place, @Nullable Object raw) {
        Object value = Intrinsic.recognise(raw) instanceof Intrinsic ? resolver.resolve(raw) : raw;
        if (value == null) {
            return new Section(place, Map.of(), resolver);
        }
        return new Section(place, Maps.of(value, place), resolver);
    }

    private boolean isAbsent(String key) {
        return value(key) == null;
    }
}
