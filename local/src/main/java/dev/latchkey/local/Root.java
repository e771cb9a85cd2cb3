package dev.latchkey.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.WorkLimits;
import dev.latchkey.local.template.TemplateException;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes the handlers that the template names, each on a composition root of its own, as each has a process of its own in the cloud. */
public final class Root {
    private Root() {}

    public static BiFunction<Map<String, String>, Clock, Function<Class<?>, RequestStreamHandler>> handlers(
            WorkLimits limits) {
        return (environment, clock) -> handler -> handler(handler, new Latchkey(environment, clock, limits));
    }

    private static RequestStreamHandler handler(Class<?> handler, Latchkey root) {
        try {
            return (RequestStreamHandler) handler.getConstructor(Latchkey.class).newInstance(root);
        } catch (ReflectiveOperationException broken) {
            throw new TemplateException(handler.getName() + " cannot be made: " + broken, broken);
        }
    }
}
