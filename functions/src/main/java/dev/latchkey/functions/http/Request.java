package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.audit.RequestSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as API Gateway sends it (HTTP API, payload format 2.0); only the following is read. An authorizer's result is
 * ignored: the function judges for itself.
 *
 * @param headers by lower-case name; repeated ones are joined by commas
 * @param cookies each with name and value, as the gateway split them
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

    /** A parameter of the path; the route guarantees it. */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no {" + name + "}");
        }
        return value;
    }

    /**
     * The values of the cookies of that name. The name is compared as sent: with blanks removed, a name without a protecting
     * prefix could pass for one with it.
     */
    List<String> values(String name) {
        return cookies.stream()
                .map(cookie -> cookie.split("=", 2))
                .filter(parts -> parts[0].equals(name))
                .map(parts -> parts.length == 2 ? parts[1] : "")
                .toList();
    }

    /** The fields of the JSON object in the body. */
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
