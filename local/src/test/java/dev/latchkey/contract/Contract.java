package dev.latchkey.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds one exchange to openapi.yaml. What was asked and what was answered are judged apart, since tests ask wrongly on
 * purpose; but whoever answers a wrong request with success has answered wrongly too.
 */
public final class Contract {

    private static final Contract OURS = new Contract(Documents.text(Documents.CONTRACT));

    private final Routes routes;
    private final OpenApiLibrary library;
    private final ProblemRules problems;
    private final Outcomes outcomes;

    /** What was wrong, in words; both lists are empty for a good exchange. */
    public record Result(List<String> requestViolations, List<String> replyViolations) {}

    Contract(String openapi) {
        var document = Documents.plain(openapi);
        this.routes = Routes.ofContract(document);
        this.library = new OpenApiLibrary(openapi);
        this.problems = new ProblemRules(document);
        this.outcomes = new Outcomes(document);
    }

    /**
     * Judges an exchange as it stood on the wire.
     *
     * @param target the path as sent, with what follows a question mark
     * @param replyBody empty where there was none
     */
    public static Result check(
            String method,
            String target,
            Map<String, List<String>> requestHeaders,
            @Nullable String requestBody,
            int status,
            Map<String, List<String>> replyHeaders,
            String replyBody) {
        return OURS.judge(Exchange.of(method, target, requestHeaders, requestBody, status, replyHeaders, replyBody));
    }

    /** Judges one that a function of ours has really answered, and notes for {@link ReachedTest} how it ended. */
    public static Result witness(
            String method,
            String target,
            Map<String, List<String>> requestHeaders,
            @Nullable String requestBody,
            int status,
            Map<String, List<String>> replyHeaders,
            String replyBody) {
        var exchange = Exchange.of(method, target, requestHeaders, requestBody, status, replyHeaders, replyBody);
        Result result = OURS.judge(exchange);
        if (result.replyViolations().isEmpty()) {
            OURS.outcomes.of(exchange).ifPresent(Witnessed::note);
        }
        return result;
    }

    Result judge(Exchange exchange) {
        if (exchange.isPreflight()) {
            return new Result(List.of(), ReplyRules.check(exchange));
        }
        boolean known = routes.know(exchange.method(), exchange.path());
        List<String> asked = known ? request(exchange) : List.of("the contract has no such route");
        List<String> answered = new ArrayList<>(ReplyRules.check(exchange));
        answered.addAll(known ? knownRoute(exchange) : unknownRoute(exchange));
        if (exchange.succeeded() && !asked.isEmpty()) {
            answered.add("success for what the contract forbids: " + asked);
        }
        return new Result(asked, answered);
    }

    private List<String> request(Exchange exchange) {
        List<String> violations = new ArrayList<>(library.request(exchange));
        violations.addAll(RequestRules.check(exchange));
        violations.addAll(CookieRules.request(exchange));
        return violations;
    }

    private List<String> knownRoute(Exchange exchange) {
        List<String> violations = new ArrayList<>(library.reply(exchange));
        violations.addAll(CookieRules.reply(exchange));
        if (exchange.status() >= 400) {
            violations.addAll(problems.check(exchange));
        }
        return violations;
    }

    private List<String> unknownRoute(Exchange exchange) {
        Set<String> methods = routes.methodsOf(exchange.path());
        int status = methods.isEmpty() ? 404 : 405;
        List<String> violations = new ArrayList<>();
        if (exchange.status() != status) {
            violations.add("an unknown route was answered " + exchange.status() + " and not " + status);
        }
        if (!methods.isEmpty() && !exchange.answered().text("Allow").equals(String.join(", ", methods))) {
            violations.add("Allow is " + exchange.answered().all("Allow") + " and not " + methods);
        }
        if (!exchange.method().equals("HEAD")) {
            violations.addAll(problems.check(exchange));
            violations.addAll(
                    methods.isEmpty() ? problems.checkUnknownPath(exchange) : problems.checkUnknownMethod(exchange));
        }
        return violations;
    }
}
