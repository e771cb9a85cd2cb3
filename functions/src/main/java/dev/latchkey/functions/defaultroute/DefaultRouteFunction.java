package dev.latchkey.functions.defaultroute;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.SnapStart;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import java.util.List;

/**
 * {@code $default}: answers what no route takes, before any token is looked at. Browsers' preflights come here too, since a
 * default route takes OPTIONS from the gateway; the gateway adds the CORS headers, which alone decide.
 */
public final class DefaultRouteFunction extends HttpFunction {

    /** It needs nothing, but to be ready where a snapshot is taken of it. */
    public DefaultRouteFunction() {
        if (SnapStart.isOn(System.getenv())) {
            Latchkey.onLambda();
        }
    }

    /** It needs nothing; the parameter makes it alike to the others. */
    public DefaultRouteFunction(Latchkey latchkey) {}

    @Override
    protected Reply handle(Request request) {
        if (isPreflight(request)) {
            return Reply.noContent();
        }
        List<String> methods = Routes.methodsOf(request.path());
        return methods.isEmpty()
                ? Problem.NOT_FOUND.reply()
                : Problem.METHOD_NOT_ALLOWED.reply().with("Allow", String.join(", ", methods));
    }

    private static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.headers().containsKey("origin")
                && request.headers().containsKey("access-control-request-method");
    }
}
