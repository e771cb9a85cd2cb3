package dev.latchkey.local.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API's CORS configuration. Origins are exact: a wildcard is refused, as this API never has one. */
public record Cors(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        @Nullable Integer maxAgeSeconds,
        boolean credentials) {

    public Cors {
        if (origins.stream().anyMatch(origin -> origin.contains("*"))) {
            throw new TemplateException("CORS origins must be exact, found a wildcard");
        }
    }

    static Cors read(Section section) {
        return new Cors(
                section.texts("AllowOrigins"),
                section.texts("AllowMethods"),
                section.texts("AllowHeaders"),
                section.texts("ExposeHeaders"),
                section.has("MaxAge") ? section.number("MaxAge", 0) : null,
                section.flag("AllowCredentials"));
    }
}
