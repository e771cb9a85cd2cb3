package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The routes that a document declares, matched to the letter. The validator library forgives other capitals and a slash
 * at the end; API Gateway doesn't.
 *
 * @param keys method and path as in {@code GET /v1/firms/{firmId}}
 */
record Routes(Set<String> keys) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    static Routes ofContract(JsonNode contract) {
        Set<String> keys = new TreeSet<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(member -> {
                    if (METHODS.contains(member)) {
                        keys.add(member.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return new Routes(keys);
    }

    /** The routes of a SAM template's functions, without {@code $default}. */
    static Routes ofTemplate(JsonNode template) {
        return new Routes(template.path("Resources")
                .valueStream()
                .flatMap(resource -> resource.path("Properties").path("Events").valueStream())
                .filter(event -> event.path("Type").asText().equals("HttpApi"))
                .map(event -> event.path("Properties"))
                .filter(route -> route.path("Path").asText().startsWith("/"))
                .map(route -> route.path("Method").asText().toUpperCase(Locale.ROOT) + " "
                        + route.path("Path").asText())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean know(String method, String path) {
        return methodsOf(path).contains(method);
    }

    /** The methods that a path takes; none where there is no such path. */
    Set<String> methodsOf(String path) {
        return keys.stream()
                .map(key -> key.split(" ", 2))
                .filter(route -> matches(route[1].split("/", -1), path.split("/", -1)))
                .map(route -> route[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean matches(String[] declared, String[] given) {
        return declared.length == given.length
                && IntStream.range(0, given.length)
                        .allMatch(
                                i -> declared[i].startsWith("{") ? !given[i].isEmpty() : declared[i].equals(given[i]));
    }
}
