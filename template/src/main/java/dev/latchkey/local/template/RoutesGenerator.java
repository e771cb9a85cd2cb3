package dev.latchkey.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the template's routes into a class of the functions, where the default route looks them up. The build runs it, so no
 * function has to read YAML.
 */
public final class RoutesGenerator {
    /** What the default route can look up: no wildcard for the method, no greedy parameter. */
    private static final Pattern KEY = Pattern.compile("(?!ANY )[A-Z]+ (/([A-Za-z0-9._-]+|\\{[A-Za-z]+}))+");

    private RoutesGenerator() {}

    /** Reads the template that is named first, and writes the file that is named second. */
    public static void main(String[] arguments) throws IOException {
        write(source(Path.of(arguments[0])), Path.of(arguments[1]));
    }

    static String source(Path template) {
        List<String> keys = SamTemplate.declared(template).stream()
                .flatMap(DeclaredFunction::routes)
                .map(Route::key)
                .toList();
        if (keys.isEmpty()) {
            throw new TemplateException("it has no route");
        }
        return """
                package dev.latchkey.functions.defaultroute;

                import java.util.List;

                /** Written by the build from template.yaml: the method and path of each route but the default route. */
                public final class TemplateRoutes {

                    public static final List<String> ALL = List.of(
                            %s);

                    private TemplateRoutes() {}
                }
                """.formatted(keys.stream().map(RoutesGenerator::quoted).collect(Collectors.joining(",\n            ")));
    }

    private static String quoted(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new TemplateException("the default route cannot look up the route " + key);
        }
        return '"' + key + '"';
    }

    /** What is there already is left alone, or everything would be compiled again each time. */
    private static void write(String source, Path file) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(source)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, source);
    }
}
