package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    boolean know(String method, String path) {
        return methodsOf(path).contains(method);
    }

    /** The methods that a path takes; none where there is no such path. */
    Set<String> methodsOf(String path) {
        return matching(path).map(key -> key.split(" ", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The route that takes this, as it is declared. */
    Optional<String> key(String method, String path) {
        return matching(path).filter(key -> key.startsWith(method + " ")).findFirst();
    }

    private Stream<String> matching(String path) {
        return keys.stream().filter(key -> matches(key.split(" ", 2)[1].split("/", -1), path.split("/", -1)));
    }

    private static boolean matches(String[] declared, String[] given) {
        return declared.length == given.length
                && IntStream.range(0, given.length)
                        .allMatch(
                                i -> declared[i].startsWith("{") ? !given[i].isEmpty() : declared[i].equals(given[i]));
    }
}
