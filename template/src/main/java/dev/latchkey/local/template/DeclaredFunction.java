package dev.latchkey.local.template;

import java.util.List;
import java.util.stream.Stream;

/** A function with what the template says of it without the value of any parameter. */
public record DeclaredFunction(String id, String handlerClass, List<Trigger> triggers) {

    /** Its routes without the default route. */
    public Stream<Route> routes() {
        return triggers.stream()
                .filter(Route.class::isInstance)
                .map(Route.class::cast)
                .filter(route -> !route.isDefault());
    }

    static DeclaredFunction of(Section function) {
        Section properties = function.section("Properties");
        return new DeclaredFunction(
                function.where(),
                properties.text("Handler").split("::", 2)[0],
                Triggers.of(function.where(), properties));
    }
}
