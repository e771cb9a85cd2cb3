package dev.latchkey.local.gateway;

import dev.latchkey.local.template.Route;
import java.util.Map;

/** A route and what its path parameters hold, decoded. */
record RouteMatch(Route route, Map<String, String> parameters) {

    static RouteMatch withoutParameters(Route route) {
        return new RouteMatch(route, Map.of());
    }
}
