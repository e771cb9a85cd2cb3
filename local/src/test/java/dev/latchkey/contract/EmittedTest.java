package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.functions.http.Problem;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a function's code can say of a problem is in the contract, and nothing else is. */
class EmittedTest {

    private static final String DEFAULT_ROUTE = "dev.latchkey.functions.defaultroute.DefaultRouteFunction";

    /** Ways that are in the code, since several routes have them in common, and that nothing takes on this route. */
    private static final Set<Outcome> NEVER_TAKEN = Set.of(
            // Only a change has to say which version it was made for
            new Outcome("previewPortalSettings", 428, "precondition-required"),
            // Whoever renews names no firm
            new Outcome("renewMagicLink", 404, "not-found"),
            // An enrolment waits for a code of the app, never for a recovery code
            new Outcome("verifyRecoveryCode", 409, "no-enrolment-pending"));

    private final Outcomes contract = new Outcomes(Documents.plain(Documents.text(Documents.CONTRACT)));
    private final Emitted emitted = new Emitted();

    @Test
    void everyProblemThatAFunctionCanAnswer_isListed_andNoOther() {
        Set<Outcome> can = new TreeSet<>();
        handlers()
                .forEach((operation, handler) -> emitted.by(handler)
                        .forEach(problem ->
                                can.add(new Outcome(operation, problem.reply().status(), problem.code()))));
        Set<Outcome> listed = new TreeSet<>(contract.listed());
        listed.removeIf(outcome -> outcome.status() < 400 || outcome.equals(Outcomes.NO_SUCH_METHOD));
        listed.remove(Outcomes.NO_SUCH_PATH);
        assertThat(listed).doesNotContainAnyElementsOf(NEVER_TAKEN);
        listed.addAll(NEVER_TAKEN);
        assertThat(can).containsExactlyElementsOf(listed);
    }

    @Test
    void everyProblemThatThereIs_canBeAnsweredBySomeFunction() {
        Set<Problem> answered = EnumSet.noneOf(Problem.class);
        handlers().values().forEach(handler -> answered.addAll(emitted.by(handler)));
        Set<Problem> elsewhere = emitted.by(DEFAULT_ROUTE);
        assertThat(elsewhere).containsOnly(Problem.NOT_FOUND, Problem.METHOD_NOT_ALLOWED, Problem.INTERNAL_ERROR);
        answered.addAll(elsewhere);
        assertThat(answered).containsExactly(Problem.values());
    }

    /** The class behind each operation, as the template has it. */
    private Map<String, String> handlers() {
        Map<String, String> handlers = new TreeMap<>();
        Documents.functions()
                .forEach(function -> function.routes()
                        .forEach(route -> handlers.put(contract.operation(route.key()), function.handlerClass())));
        assertThat(handlers).hasSizeGreaterThan(30).doesNotContainKey("");
        return handlers;
    }
}
