package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.audit.RequestSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as API Gateway hands it over (HTTP API, payload format 2.0), of which only what follows is looked at. What an
 * authorizer in front may have said is not: the function judges for itself.
 *
 * @param headers by lower-case name; one that came twice is joined by a comma
 * @param cookies name and value of each, as the gateway took them apart
 */
public record Request(
        String method,
        String path,
        Map<String, String> pathParameters,
        Map<String, String> query,
        Map<String, String> headers,
        List<String> cookies,
        String body,
        boolean isBase64,
        RequestSource requestSource) {

    static Request of(ObjectNode event) {
        JsonNode context = event.path("requestContext");
        JsonNode http = context.path("http");
        return new Request(
                http.path("method").asText(),
                event.path("rawPath").asText(),
                texts(event.path("pathParameters")),
                texts(event.path("queryStringParameters")),
                lowerCased(event.path("headers")),
                event.path("cookies").valueStream().map(JsonNode::asText).toList(),
                event.path("body").asText(""),
                event.path("isBase64Encoded").asBoolean(),
                new RequestSource(
                        context.path("requestId").asText(),
                        http.path("sourceIp").asText(),
                        http.path("userAgent").textValue()));
    }

    /** A part of the path; the route guarantees that it is there. */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no {" + name + "}");
        }
        return value;
    }

    /**
     * What the cookies of that name hold. The name counts as it was sent: with blanks taken off, one that a prefix does not guard
     * would pass for one that it does.
     */
    List<String> values(String name) {
        return cookies.stream()
                .map(cookie -> cookie.split("=", 2))
                .filter(parts -> parts[0].equals(name))
                .map(parts -> parts.length == 2 ? parts[1] : "")
                .toList();
    }

    /** The JSON object in the body, for its fields to be read. */
    public Fields json() {
        return JsonBody.read(this);
    }

    private static Map<String, String> lowerCased(JsonNode headers) {
        Map<String, String> all = new TreeMap<>();
        headers.properties()
                .forEach(header -> all.merge(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText(),
                        (one, other) -> one + "," + other));
        return all;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> all = new TreeMap<>();
        object.properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        return all;
    }
}
