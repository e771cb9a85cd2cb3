package dev.latchkey.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Works out CloudFormation's functions, only where a value is asked for: alarms and outputs may use what has no local
 * meaning.
 */
final class Resolver {
    private final References references;
    private final Map<?, ?> conditions;
    private final Substitution substitution;

    Resolver(Map<?, ?> template, References references) {
        this.references = references;
        this.conditions = Maps.at(template, "Conditions");
        this.substitution = new Substitution(this, references);
    }

    /** The value with every function in it replaced; {@code AWS::NoValue} takes its key or list element with it. */
    @Nullable
    Object resolve(@Nullable Object raw) {
        Object value = Intrinsic.recognise(raw);
        return switch (value) {
            case null -> null;
            case Intrinsic intrinsic -> call(intrinsic);
            case Map<?, ?> map -> resolveMap(map);
            case List<?> list -> resolveList(list);
            default -> value;
        };
    }

    String text(@Nullable Object raw, String where) {
        Object value = resolve(raw);
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null -> throw new TemplateException(where + " has no value");
            default -> throw new TemplateException(where + " is not one plain value");
        };
    }

    boolean holds(Object conditionName) {
        String name = String.valueOf(conditionName);
        if (!conditions.containsKey(name)) {
            throw new TemplateException("no condition is called " + name);
        }
        return truth(conditions.get(name), "the condition " + name);
    }

    /** Which resource a destination is, told from the reference itself: a queue need not exist here to be named. */
    String resourceName(@Nullable Object raw, String where) {
        if (Intrinsic.recognise(raw) instanceof Intrinsic(String function, Object argument)
                && (function.equals("GetAtt") || function.equals("Ref"))) {
            String name = path(argument).split("\\.", 2)[0];
            if (references.isResource(name)) {
                return name;
            }
        }
        return text(raw, where);
    }

    private Map<String, Object> resolveMap(Map<?, ?> map) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        map.forEach((key, raw) -> {
            Object value = resolve(raw);
            if (value != null) {
                resolved.put(String.valueOf(key), value);
            }
        });
        return resolved;
    }

    private List<Object> resolveList(List<?> list) {
        List<Object> resolved = new ArrayList<>();
        for (Object raw : list) {
            Object value = resolve(raw);
            if (value != null) {
                resolved.add(value);
            }
        }
        return resolved;
    }

    private @Nullable Object call(Intrinsic intrinsic) {
        Object argument = intrinsic.argument();
        return switch (intrinsic.function()) {
            case "Ref" -> references.ref(String.valueOf(argument));
            case "GetAtt" -> references.attribute(path(argument));
            case "Sub" -> substitute(argument);
            case "Condition" -> holds(String.valueOf(argument));
            case "If" -> resolve(holds(part(intrinsic, 0)) ? part(intrinsic, 1) : part(intrinsic, 2));
            case "Equals" -> equal(part(intrinsic, 0), part(intrinsic, 1));
            case "Not" -> !truth(part(intrinsic, 0), "!Not");
            case "And" -> parts(intrinsic).stream().allMatch(each -> truth(each, "!And"));
            case "Or" -> parts(intrinsic).stream().anyMatch(each -> truth(each, "!Or"));
            case "Join" -> join(intrinsic);
            case "Split" ->
                List.of(text(part(intrinsic, 1), "!Split")
                        .split(Pattern.quote(text(part(intrinsic, 0), "!Split")), -1));
            case "Select" ->
                list(part(intrinsic, 1), "!Select").get(Integer.parseInt(text(part(intrinsic, 0), "!Select")));
            default -> throw new TemplateException("the function " + intrinsic.function() + " is not known here");
        };
    }

    private boolean truth(@Nullable Object raw, String where) {
        if (resolve(raw) instanceof Boolean flag) {
            return flag;
        }
        throw new TemplateException(where + " is neither true nor false");
    }

    private boolean equal(Object left, Object right) {
        return text(left, "!Equals").equals(text(right, "!Equals"));
    }

    private String substitute(@Nullable Object argument) {
        if (argument instanceof List<?> list && list.size() == 2 && list.getFirst() instanceof String text) {
            return substitution.apply(text, Maps.of(list.getLast(), "the second argument of !Sub"));
        }
        return substitution.apply(String.valueOf(argument), Map.of());
    }

    private String join(Intrinsic intrinsic) {
        List<String> texts = list(part(intrinsic, 1), "!Join").stream()
                .map(each -> text(each, "!Join"))
                .toList();
        return String.join(text(part(intrinsic, 0), "!Join"), texts);
    }

    private List<?> list(Object raw, String where) {
        if (resolve(raw) instanceof List<?> list) {
            return list;
        }
        throw new TemplateException(where + " needs a list");
    }

    private static List<?> parts(Intrinsic intrinsic) {
        if (intrinsic.argument() instanceof List<?> list) {
            return list;
        }
        throw new TemplateException("!" + intrinsic.function() + " needs a list");
    }

    private static Object part(Intrinsic intrinsic, int index) {
        List<?> parts = parts(intrinsic);
        if (index >= parts.size()) {
            throw new TemplateException("!" + intrinsic.function() + " needs more arguments");
        }
        return parts.get(index);
    }

    private static String path(@Nullable Object argument) {
        return argument instanceof List<?> list && list.size() == 2
                ? list.getFirst() + "." + list.getLast()
                : String.valueOf(argument);
    }
}
