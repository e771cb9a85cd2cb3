package dev.latchkey.local.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.http.Percent;
import dev.latchkey.local.http.QueryString;
import dev.latchkey.local.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The event of an HTTP API, payload format 2.0. As in the cloud the path is decoded, the query is not; cookies stand
 * in a field of their own; a repeated header is one value with commas; absent parts have no key. Host and forwarding
 * headers are handed on, and decide nothing.
 */
final class EventBuilder {
    private static final DateTimeFormatter COMMON_LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;
    private final int port;

    EventBuilder(Clock clock, int port) {
        this.clock = clock;
        this.port = port;
    }

    ObjectNode build(Request request, RouteMatch match, String requestId) {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", match.route().key())
                .put("rawPath", Percent.decode(request.path()))
                .put("rawQueryString", request.query());
        List<String> cookies = request.headers().getOrDefault("cookie", List.of());
        if (!cookies.isEmpty()) {
            List.of(String.join(";", cookies).strip().split("\\s*;\\s*"))
                    .forEach(cookie -> event.withArray("cookies").add(cookie));
        }
        headers(event.putObject("headers"), request);
        strings(event, "queryStringParameters", QueryString.parse(request.query()));
        context(event.putObject("requestContext"), request, match, requestId);
        strings(event, "pathParameters", match.parameters());
        body(event, request);
        return event;
    }

    private void headers(ObjectNode headers, Request request) {
        request.headers().forEach((name, values) -> {
            if (!name.equals("cookie")) {
                headers.put(name, String.join(",", values));
            }
        });
        String forwarded = request.header("x-forwarded-for");
        headers.put("x-forwarded-for", forwarded == null ? request.sourceIp() : forwarded + ", " + request.sourceIp());
        headers.put("x-forwarded-port", String.valueOf(port));
        headers.put("x-forwarded-proto", "http");
    }

    private void context(ObjectNode context, Request request, RouteMatch match, String requestId) {
        Instant now = clock.instant();
        context.put("accountId", "000000000000")
                .put("apiId", "local")
                .put("domainName", "127.0.0.1")
                .put("domainPrefix", "127");
        String agent = request.header("user-agent");
        context.putObject("http")
                .put("method", request.method())
                .put("path", Percent.decode(request.path()))
                .put("protocol", request.protocol())
                .put("sourceIp", request.sourceIp())
                .put("userAgent", agent == null ? "" : agent);
        context.put("requestId", requestId)
                .put("routeKey", match.route().key())
                .put("stage", "$default")
                .put("time", COMMON_LOG.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    private static void body(ObjectNode event, Request request) {
        boolean text = TextTypes.isText(request.header("content-type"), request.header("content-encoding"));
        boolean base64 = !request.body().isEmpty() && !(text && request.body().isUtf8());
        if (!request.body().isEmpty()) {
            event.put(
                    "body",
                    base64
                            ? Base64.getEncoder().encodeToString(request.body().toArray())
                            : request.body().asUtf8());
        }
        event.put("isBase64Encoded", base64);
    }

    private static void strings(ObjectNode event, String field, Map<String, String> values) {
        if (!values.isEmpty()) {
            ObjectNode object = event.putObject(field);
            values.forEach(object::put);
        }
    }
}
