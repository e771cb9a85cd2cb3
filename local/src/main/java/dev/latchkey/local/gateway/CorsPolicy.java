package dev.latchkey.local.gateway;

import dev.latchkey.local.http.Bytes;
import dev.latchkey.local.http.Header;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import dev.latchkey.local.template.Cors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * CORS as the gateway does it once it is configured: a preflight reaches a function only where a route takes OPTIONS, as a
 * default route does, and whatever a function says about CORS is replaced. An origin is allowed when it is one of the configured ones, letter for letter; any other
 * gets no permission, and a reply like everybody's.
 */
final class CorsPolicy {
    private final Cors cors;

    CorsPolicy(Cors cors) {
        this.cors = cors;
    }

    boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.header("origin") != null
                && request.header("access-control-request-method") != null;
    }

    /** The gateway's own answer, where no route takes OPTIONS. */
    Reply preflight(Request request) {
        return preflight(request, new Reply(204, List.of(), Bytes.NONE));
    }

    /** The function's answer with the gateway's permission. */
    Reply preflight(Request request, Reply reply) {
        List<Header> headers = new ArrayList<>(decorate(request, reply).headers());
        if (!permission(request.header("origin")).isEmpty()) {
            addUnlessEmpty(headers, "access-control-allow-methods", cors.methods());
            addUnlessEmpty(headers, "access-control-allow-headers", cors.headers());
            if (cors.maxAgeSeconds() != null) {
                headers.add(new Header("access-control-max-age", String.valueOf(cors.maxAgeSeconds())));
            }
        }
        return new Reply(reply.status(), headers, reply.body());
    }

    Reply decorate(Request request, Reply reply) {
        List<Header> headers = new ArrayList<>();
        List<String> vary = new ArrayList<>();
        for (Header header : reply.headers()) {
            if (header.isNamed("vary")) {
                vary.add(header.value());
            } else if (!header.name().toLowerCase(Locale.ROOT).startsWith("access-control-")) {
                headers.add(header);
            }
        }
        List<Header> permission = permission(request.header("origin"));
        headers.addAll(permission);
        if (!permission.isEmpty()) {
            addUnlessEmpty(headers, "access-control-expose-headers", cors.exposed());
        }
        if (vary.stream().noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("origin"))) {
            vary.add("Origin");
        }
        headers.add(new Header("vary", String.join(", ", vary)));
        return new Reply(reply.status(), headers, reply.body());
    }

    private List<Header> permission(@Nullable String origin) {
        if (origin == null || !cors.origins().contains(origin)) {
            return List.of();
        }
        Header allowed = new Header("access-control-allow-origin", origin);
        return cors.credentials()
                ? List.of(allowed, new Header("access-control-allow-credentials", "true"))
                : List.of(allowed);
    }

    private static void addUnlessEmpty(List<Header> headers, String name, List<String> values) {
        if (!values.isEmpty()) {
            headers.add(new Header(name, String.join(",", values)));
        }
    }
}
