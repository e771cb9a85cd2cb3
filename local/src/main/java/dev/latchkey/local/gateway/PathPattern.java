package dev.latchkey.local.gateway;

import dev.latchkey.local.http.Percent;
import dev.latchkey.local.template.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A route's path, segment by segment. Segments are split before they are decoded, so an encoded slash never makes two
 * of one; a parameter needs at least one character, and {@code {name+}} takes all the rest.
 */
record PathPattern(Route route, List<String> segments) {

    PathPattern(Route route) {
        this(route, split(route.path()));
    }

    /** Sorts static segments before parameters and those before greedy ones, from the left. */
    String rank() {
        return segments.stream()
                .map(segment -> isGreedy(segment) ? "2" : isParameter(segment) ? "1" : "0")
                .collect(Collectors.joining());
    }

    Optional<RouteMatch> match(String rawPath) {
        List<String> actual = split(rawPath);
        boolean greedy = isGreedy(segments.getLast());
        if (greedy ? actual.size() < segments.size() : actual.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            String value = Percent.decode(
                    isGreedy(segment) ? String.join("/", actual.subList(i, actual.size())) : actual.get(i));
            if (isParameter(segment) && !value.isEmpty()) {
                parameters.put(name(segment), value);
            } else if (!segment.equals(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(new RouteMatch(route, parameters));
    }

    private static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.endsWith("+}");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1));
    }
}
