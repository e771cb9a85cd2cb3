package dev.latchkey.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One line per request: its route, outcome and source. It has the route's pattern, not the path. */
final class AccessLog {

    private AccessLog() {}

    static void write(JsonNode event, Reply reply, Context context) {
        JsonNode request = event.path("requestContext");
        ObjectNode body = reply.body();
        ObjectNode line = Log.line(reply.status() >= 500 ? "ERROR" : "INFO", word(reply), context)
                .put("correlation_id", request.path("requestId").asText())
                .put("route", event.path("routeKey").asText())
                .put("status", reply.status())
                .put("source_ip", request.path("http").path("sourceIp").asText());
        if (reply.status() >= 400 && body != null) {
            line.put("code", body.path("code").asText());
        }
        Log.write(line);
    }

    private static String word(Reply reply) {
        String logged = reply.logged();
        if (logged != null) {
            return logged;
        }
        return switch (reply.status()) {
            case 400, 413, 415 -> "input_validation_fail";
            case 401 -> "authn_token_invalid";
            case 403 -> "authz_fail";
            default -> reply.status() < 400 ? "request_served" : "request_refused";
        };
    }
}
