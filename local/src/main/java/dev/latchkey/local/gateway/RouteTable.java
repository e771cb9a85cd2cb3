package dev.latchkey.local.gateway;

import dev.latchkey.local.template.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Picks a route as the gateway does: a full match before a greedy one, the more static path first, the named method
 * before {@code ANY}, {@code $default} last.
 */
final class RouteTable {
    private final List<PathPattern> patterns;
    private final Optional<Route> fallback;

    RouteTable(List<Route> routes) {
        this.patterns = routes.stream()
                .filter(route -> !route.isDefault())
                .map(PathPattern::new)
                .sorted(Comparator.comparing(PathPattern::rank).thenComparing(RouteTable::isAny))
                .toList();
        this.fallback = routes.stream().filter(Route::isDefault).findFirst();
    }

    Optional<RouteMatch> select(String method, String path) {
        return patterns.stream()
                .filter(pattern -> takes(pattern.route(), method))
                .flatMap(pattern -> pattern.match(path).stream())
                .findFirst()
                .or(() -> fallback.map(RouteMatch::withoutParameters));
    }

    private static boolean takes(Route route, String method) {
        return route.method().equals(Route.ANY) || route.method().equals(method);
    }

    private static boolean isAny(PathPattern pattern) {
        return pattern.route().method().equals(Route.ANY);
    }
}
