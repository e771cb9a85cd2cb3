package dev.latchkey.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.local.template.SamFunction;
import dev.latchkey.local.template.TemplateException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Every function of the template by its logical id, made at once: a handler that does not exist is told at the start,
 * not at the first request.
 */
public final class Functions {
    private final Map<String, LocalFunction> byId;

    private Functions(Map<String, LocalFunction> byId) {
        this.byId = byId;
    }

    /**
     * Makes each function with its handler.
     *
     * @param handlers makes the handler of this class for this function
     */
    public static Functions of(
            Collection<SamFunction> described, BiFunction<SamFunction, Class<?>, RequestStreamHandler> handlers) {
        Map<String, LocalFunction> made = new LinkedHashMap<>();
        for (SamFunction function : described) {
            RequestStreamHandler handler = handlers.apply(function, type(function));
            made.put(function.id(), new LocalFunction(function.id(), handler, function.timeout()));
        }
        return new Functions(made);
    }

    public LocalFunction get(String id) {
        LocalFunction function = byId.get(id);
        if (function == null) {
            throw new TemplateException("no function is called " + id);
        }
        return function;
    }

    private static Class<?> type(SamFunction function) {
        try {
            return Class.forName(function.handlerClass());
        } catch (ClassNotFoundException missing) {
            throw new TemplateException(
                    function.id() + " has the handler " + function.handlerClass() + ", which does not exist", missing);
        }
    }
}
