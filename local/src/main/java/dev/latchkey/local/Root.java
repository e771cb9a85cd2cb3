package dev.latchkey.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.local.template.TemplateException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the handlers, all from the one composition root of the functions, which is given the environment and the
 * clock as the cloud would give them.
 */
final class Root {
    private static final String ROOT = "dev.latchkey.functions.Latchkey";

    private Root() {}

    static Function<Class<?>, RequestStreamHandler> handlers(Map<String, String> environment, Clock clock) {
        try {
            Class<?> type = Class.forName(ROOT);
            Object root = type.getConstructor(Map.class, Clock.class).newInstance(environment, clock);
            return handler -> handler(handler, type, root);
        } catch (ReflectiveOperationException broken) {
            throw new TemplateException("the functions cannot be put together: " + broken, broken);
        }
    }

    private static RequestStreamHandler handler(Class<?> handler, Class<?> rootType, Object root) {
        try {
            return (RequestStreamHandler) handler.getConstructor(rootType).newInstance(root);
        } catch (ReflectiveOperationException broken) {
            throw new TemplateException(handler.getName() + " cannot be made: " + broken, broken);
        }
    }
}
