package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read one by one into their types. All faults are collected and reported together;
 * {@link #end()} must be called before any value is used, and refuses unread fields.
 */
public final class Fields {

    private final ObjectNode object;
    private final Set<String> read = new HashSet<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    Fields(ObjectNode object) {
        this.object = object;
    }

    /** A value, available once {@link Fields#end()} passes. */
    public static final class Field<T> {

        private final @Nullable T value;

        private Field(@Nullable T value) {
            this.value = value;
        }

        public T get() {
            if (value == null) {
                throw new IllegalStateException("a field was used before the fields were ended");
            }
            return value;
        }

        public @Nullable T orNull() {
            return value;
        }
    }

    /** A required string that must parse. */
    public <T> Field<T> required(String name, Function<String, Optional<T>> parse, String must) {
        if (!object.has(name)) {
            read.add(name);
            faults.put(name, "is missing");
            return new Field<>(null);
        }
        return optional(name, parse, must);
    }

    /** Whether the field is there, with any value. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** An optional string that must not be null. */
    public <T> Field<T> optional(String name, Function<String, Optional<T>> parse, String must) {
        read.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            return new Field<>(null);
        }
        Optional<T> value = node.isTextual() ? parse.apply(node.textValue()) : Optional.empty();
        if (value.isEmpty()) {
            faults.put(name, must);
        }
        return new Field<>(value.orElse(null));
    }

    /** An optional list of one to {@code most} strings that all parse. */
    public <T> Field<List<T>> list(String name, Function<String, Optional<T>> parse, int most, String must) {
        read.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            return new Field<>(null);
        }
        List<T> values = new ArrayList<>();
        for (JsonNode each : node) {
            (each.isTextual() ? parse.apply(each.textValue()) : Optional.<T>empty()).ifPresent(values::add);
        }
        if (!node.isArray() || node.isEmpty() || node.size() > most || values.size() < node.size()) {
            faults.put(name, must);
        }
        return new Field<>(values);
    }

    /** An optional {@code true} or {@code false}. */
    public Field<Boolean> flag(String name) {
        read.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            return new Field<>(null);
        }
        if (!node.isBoolean()) {
            faults.put(name, "must be true or false");
        }
        return new Field<>(node.booleanValue());
    }

    /** An optional whole number in this range, both ends included. As in JSON, {@code 7.0} is the number 7. */
    public Field<Integer> whole(String name, int least, int most) {
        read.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            return new Field<>(null);
        }
        boolean whole = node.canConvertToExactIntegral() && node.canConvertToInt();
        if (!whole || node.intValue() < least || node.intValue() > most) {
            faults.put(name, "must be a whole number from " + least + " to " + most);
        }
        return new Field<>(node.intValue());
    }

    /** Refuses the request if any field was missing, wrong or unknown. */
    public void end() {
        object.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                faults.put(name, "is not known here");
            }
        });
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
    }

    /** Refuses a request for one field. */
    public static ProblemException invalid(String field, String message) {
        return invalid(Map.of(field, message));
    }

    private static ProblemException invalid(Map<String, String> faults) {
        ObjectNode members = StrictJson.object();
        ArrayNode errors = members.putArray("errors");
        faults.forEach(
                (field, message) -> errors.addObject().put("field", field).put("message", message));
        return new ProblemException(Problem.INVALID_REQUEST.reply(members));
    }
}
