package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One of the contract's own examples: a call of an operation with one of its request bodies and one of its replies.
 *
 * @param key method and path, as declared
 * @param parameters of the path, the query and the headers
 * @param asked missing where nothing is sent
 * @param type of the reply's content; empty where it has none
 * @param body missing where it has none
 */
record Example(
        String key,
        JsonNode operation,
        List<JsonNode> parameters,
        JsonNode asked,
        int status,
        JsonNode response,
        String type,
        JsonNode body) {

    boolean isInCookieMode() {
        return body.has("accessToken") && !body.has("refreshToken");
    }

    /** A body that may be left out is left out in cookie mode. */
    boolean isWhole() {
        boolean choice = operation.has("requestBody")
                && !operation.at("/requestBody/required").asBoolean();
        return !choice || asked.isMissingNode() == isInCookieMode();
    }

    Exchange exchange(JsonNode contract) {
        String[] route = key.split(" ", 2);
        String path = route[1];
        for (JsonNode parameter : in("path")) {
            path = path.replace("{" + parameter.path("name").asText() + "}", value(parameter));
        }
        String query = in("query").stream()
                .map(parameter -> parameter.path("name").asText() + "=" + value(parameter))
                .collect(Collectors.joining("&"));
        return Exchange.of(
                route[0],
                query.isEmpty() ? path : path + "?" + query,
                askedHeaders(),
                asked.isMissingNode() ? null : sent(),
                status,
                answeredHeaders(contract),
                body.isTextual() ? body.asText() : body.isMissingNode() ? "" : body.toString());
    }

    /** The one reply to a device that is kept in a cookie alone: to whatever else it is in the body. */
    private boolean isOfForeignDevicePage() {
        return body.path("detail").asText().contains("device cookie");
    }

    private String sent() {
        ObjectNode copy = asked.deepCopy();
        return (isOfForeignDevicePage() ? copy.without("deviceSecret") : copy).toString();
    }

    private List<JsonNode> in(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .toList();
    }

    private static String value(JsonNode parameter) {
        return parameter.path("example").asText();
    }

    /** Those of cookie mode are sent in cookie mode only, and no device in a cookie: it is in the body. */
    private Map<String, List<String>> askedHeaders() {
        boolean cookies = isInCookieMode();
        boolean bearer = operation.has("security") && !cookies;
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("Content-Type", asked.isMissingNode() ? List.of() : List.of("application/json"));
        headers.put("Authorization", bearer ? List.of("Bearer a.b.c") : List.of());
        in("header").forEach(parameter -> headers.put(parameter.path("name").asText(), List.of(value(parameter))));
        if (!isOfForeignDevicePage()) {
            headers.remove("Latchkey-Device");
        }
        if (!cookies) {
            headers.keySet().removeAll(List.of("Latchkey-Refresh", "Origin"));
        }
        if (cookies) {
            headers.put("Cookie", List.of("__Host-latchkey-refresh=" + Sample.TOKEN));
        }
        if (Exchange.FILES.containsKey(type)) {
            headers.put("Accept", List.of(type));
        }
        return headers;
    }

    /** Headers that need not be there are those of cookie mode, and the one that a refused token comes with. */
    private Map<String, List<String>> answeredHeaders(JsonNode contract) {
        Map<String, List<String>> headers = new TreeMap<>();
        if (!type.isEmpty()) {
            headers.put("Content-Type", List.of(Exchange.FILES.getOrDefault(type, type)));
        }
        response.path("headers").properties().forEach(declared -> {
            JsonNode header = Documents.resolved(contract, declared.getValue());
            JsonNode value = header.has("example") ? header.path("example") : header.at("/schema/const");
            boolean needed = declared.getKey().equals("WWW-Authenticate")
                    ? body.path("code").asText().equals("invalid-token")
                    : isInCookieMode();
            if (header.path("required").asBoolean() || needed) {
                headers.put(declared.getKey(), List.of(value.asText()));
            }
        });
        return headers;
    }

    @Override
    public String toString() {
        return operation.path("operationId").asText() + " " + status;
    }
}
