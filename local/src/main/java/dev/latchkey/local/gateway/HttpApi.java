package dev.latchkey.local.gateway;

import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import dev.latchkey.local.lambda.FunctionFailure;
import dev.latchkey.local.lambda.Functions;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.Cors;
import dev.latchkey.local.template.Route;
import dev.latchkey.local.template.SamTemplate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The HTTP API: picks the route, makes the event, invokes the function, makes the reply. A function that fails, runs
 * out of time or answers nonsense is 500 here; one that is slower than the gateway's own limit is 503; neither says
 * why.
 */
public final class HttpApi implements Function<Request, Reply> {
    /** Integration limit of an HTTP API. */
    private static final Duration GATEWAY_LIMIT = Duration.ofSeconds(30);

    private final RouteTable routes;
    private final Functions functions;
    private final EventBuilder events;
    private final Optional<CorsPolicy> cors;

    public HttpApi(SamTemplate template, Functions functions, Clock clock, int port) {
        this.routes = new RouteTable(template.triggers(Route.class));
        this.functions = functions;
        this.events = new EventBuilder(clock, port);
        this.cors = Optional.<Cors>ofNullable(template.cors()).map(CorsPolicy::new);
    }

    @Override
    public Reply apply(Request request) {
        boolean preflight = cors.isPresent() && cors.get().isPreflight(request);
        if (preflight && routes.select(request.method(), request.path()).isEmpty()) {
            return cors.get().preflight(request);
        }
        String requestId = UUID.randomUUID().toString();
        Reply reply = routed(request, requestId).with("apigw-requestid", requestId);
        if (preflight) {
            return cors.get().preflight(request, reply);
        }
        return cors.map(policy -> policy.decorate(request, reply)).orElse(reply);
    }

    private Reply routed(Request request, String requestId) {
        return routes.select(request.method(), request.path())
                .map(match -> invoke(request, match, requestId))
                .orElseGet(() -> message(404, "Not Found"));
    }

    private Reply invoke(Request request, RouteMatch match, String requestId) {
        LocalFunction function = functions.get(match.route().functionId());
        byte[] event = events.build(request, match, requestId).toString().getBytes(StandardCharsets.UTF_8);
        try {
            return FunctionReply.parse(function.invoke(event, GATEWAY_LIMIT))
                    .orElseGet(() -> message(500, "Internal Server Error"));
        } catch (FunctionFailure failure) {
            boolean gatewayGaveUp = failure.isTimeout() && function.timeout().compareTo(GATEWAY_LIMIT) > 0;
            return gatewayGaveUp ? message(503, "Service Unavailable") : message(500, "Internal Server Error");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return message(503, "Service Unavailable");
        }
    }

    private static Reply message(int status, String text) {
        return Reply.json(status, "{\"message\":\"" + text + "\"}");
    }
}
