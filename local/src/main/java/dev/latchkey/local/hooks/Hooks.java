package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.events.Bus;
import dev.latchkey.local.events.FailureQueue;
import dev.latchkey.local.events.Topic;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import dev.latchkey.local.idp.IdentityProvider;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that is served below {@code /_local/}. No route of the template, and nothing of it in the functions: the
 * shipped code has no back door.
 */
public final class Hooks implements Function<Request, Reply> {
    private static final String PREFIX = "/_local";

    private final Map<String, Map<String, Function<Request, Reply>>> byPath = new TreeMap<>();

    public Hooks(LocalAws aws, IdentityProvider idp, Bus bus, Topic topic, LocalClock clock, FailureQueue failures) {
        MailboxHook mailbox = new MailboxHook(aws.mailbox());
        EventHooks events = new EventHooks(bus, topic);
        ClockHook time = new ClockHook(clock);
        CallsHook calls = new CallsHook(aws.calls());
        FaultHook faults = new FaultHook(aws.faults());
        BreachedHook breached = new BreachedHook();
        byPath.put("/", Map.of("GET", new Page(aws.mailbox(), idp)));
        byPath.put("/mailbox", Map.of("GET", mailbox::list));
        byPath.put("/staff-tokens", Map.of("POST", new StaffTokenHook(idp)));
        byPath.put("/idp/jwks.json", Map.of("GET", request -> HookJson.reply(idp.jwks())));
        byPath.put("/events", Map.of("POST", events::put));
        byPath.put("/feedback", Map.of("POST", events::publish));
        byPath.put("/clock", Map.of("GET", time::tell, "POST", time::set));
        byPath.put("/calls", Map.of("GET", calls::tell));
        byPath.put("/faults", Map.of("POST", faults::add, "DELETE", faults::clear));
        byPath.put("/breached", Map.of("GET", breached::tell, "POST", breached::set));
        byPath.put(BreachedHook.RANGE, Map.of("GET", breached::range));
        byPath.put("/failures", Map.of("GET", request -> failures(failures)));
    }

    /** Whether a request is for here and not for the API. */
    public static boolean takes(Request request) {
        return request.path().equals(PREFIX) || request.path().startsWith(PREFIX + "/");
    }

    @Override
    public Reply apply(Request request) {
        try {
            return select(request).apply(request);
        } catch (HookProblem problem) {
            return problem.reply();
        }
    }

    private Function<Request, Reply> select(Request request) {
        String path = request.path().substring(PREFIX.length());
        Map<String, Function<Request, Reply>> methods = byPath.get(hook(path));
        if (methods == null) {
            throw new HookProblem(404, "not-found", "there is no hook " + request.path());
        }
        Function<Request, Reply> hook = methods.get(request.method());
        return hook == null ? other -> notAllowed(other, String.join(", ", methods.keySet())) : hook;
    }

    private static String hook(String path) {
        if (path.startsWith(BreachedHook.RANGE)) {
            return BreachedHook.RANGE;
        }
        return path.isEmpty() ? "/" : path;
    }

    private static Reply notAllowed(Request request, String allowed) {
        return new HookProblem(405, "method-not-allowed", request.path() + " takes " + allowed)
                .reply()
                .with("allow", allowed);
    }

    private static Reply failures(FailureQueue failures) {
        ArrayNode list = HookJson.MAPPER.createArrayNode();
        failures.messages().forEach(list::add);
        return HookJson.reply(list);
    }
}
