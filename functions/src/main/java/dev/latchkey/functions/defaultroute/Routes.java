package dev.latchkey.functions.defaultroute;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Distinguishes "no such path" from "not that method" for the default route. The build writes the methods and paths from
 * template.yaml.
 */
final class Routes {

    private record Route(String method, Pattern path) {}

    private static final List<Route> ROUTES =
            TemplateRoutes.ALL.stream().map(Routes::route).toList();

    private Routes() {}

    /** The methods that a path takes; empty if there is no such path. */
    static List<String> methodsOf(String path) {
        return ROUTES.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::method)
                .sorted()
                .toList();
    }

    private static Route route(String known) {
        String[] parts = known.split(" ", 2);
        String pattern = parts[1].replace(".", "\\.").replaceAll("\\{[A-Za-z]+}", "[^/]+");
        return new Route(parts[0], Pattern.compile(pattern));
    }
}
