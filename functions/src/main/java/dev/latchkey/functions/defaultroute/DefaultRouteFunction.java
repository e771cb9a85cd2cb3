package dev.latchkey.functions.defaultroute;

import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.SnapStart;
import dev.latchkey.functions.http.HttpFunction;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.functions.http.Request;
import java.util.List;

/**
 * {@code $default}: answers requests that match no route, and reads no token. Browsers' preflights come here too, since a
 * default route takes OPTIONS from the gateway; the gateway adds the CORS headers, which alone decide.
 */
public final class DefaultRouteFunction extends HttpFunction {

    /** Needs no parts, but is primed for a snapshot. */
    public DefaultRouteFunction() {
        if (SnapStart.isOn(System.getenv())) {
            Latchkey.onLambda();
        }
    }

    /** Needs no parts; has the parameter of the other functions. */
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
