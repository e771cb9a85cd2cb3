package dev.latchkey.benchmarks;

import dev.latchkey.benchmarks.Rounds.Step;
import java.time.Duration;
import java.util.List;

/**
 * What a login takes over HTTP beside the hash that it must take, and whether a wrong password's time tells whose the
 * address is. The clock goes on between rounds by more than a lock lasts, so that no limit is reached; the known address
 * comes in each round, as its owner would.
 */
public final class LoginCost {

    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(16);
    private static final String KNOWN = "known@example.com";
    private static final String NO_ACCOUNT = "no-account@example.com";
    private static final String NOBODYS = "nobody@example.com";

    private static final String RIGHT = "right password";
    private static final String WRONG = "wrong password, known address";
    private static final String WRONG_NO_ACCOUNT = "wrong password, address without an account";
    private static final String WRONG_NOBODYS = "wrong password, unknown address";
    private static final String AT_THE_EDGE = "refused before anything is read";

    private LoginCost() {}

    public static void main(String[] arguments) throws Exception {
        try (Service service = Service.start()) {
            service.contact("c1", KNOWN);
            service.contact("c2", NO_ACCOUNT);
            service.signUp(KNOWN);
            AwsCalls.watch("LogInFunction");
            print(Rounds.of(() -> service.later(BETWEEN_ROUNDS), steps(service)));
        }
    }

    private static List<Step> steps(Service service) {
        BareHash hash = new BareHash();
        return List.of(
                hash::time,
                login(service, RIGHT, KNOWN, Service.PASSWORD, 200),
                login(service, WRONG, KNOWN, "herons sleep on one leg", 401),
                login(service, WRONG_NO_ACCOUNT, NO_ACCOUNT, "herons sleep on one leg", 401),
                login(service, WRONG_NOBODYS, NOBODYS, "herons sleep on one leg", 401),
                login(service, AT_THE_EDGE, "no address", "herons sleep on one leg", 400));
    }

    private static Step login(Service service, String what, String email, String password, int status) {
        return samples ->
                HttpCost.note(samples, what, service.logIn(email, password).expecting(status));
    }

    private static void print(Samples samples) {
        System.err.println("Login over HTTP");
        for (String what : List.of(RIGHT, WRONG, WRONG_NO_ACCOUNT, WRONG_NOBODYS, AT_THE_EDGE)) {
            HttpCost.print(samples, what);
        }
        System.err.printf("%s: %.3f of known%n", WRONG_NO_ACCOUNT, samples.ratio(WRONG_NO_ACCOUNT, WRONG));
        System.err.printf("%s: %.3f of known%n", WRONG_NOBODYS, samples.ratio(WRONG_NOBODYS, WRONG));
    }
}
