package dev.latchkey.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.benchmarks.AwsCalls.Taken;
import dev.latchkey.benchmarks.Rounds.Step;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.account.LogInFunction;
import dev.latchkey.functions.session.RefreshSessionFunction;
import dev.latchkey.local.LocalServer;
import java.security.MessageDigest;
import java.util.List;

/**
 * The processor time of the thread that runs a handler, from the event's bytes to the reply's: reading the event, JSON,
 * deciding, hashing, the log line, and in the SDK marshalling, signing and the HTTP client's reads and writes. Waiting
 * takes none, and neither table nor KMS is in it, which work on other threads. Garbage collection and compilation are on
 * threads of their own and not in it either.
 */
final class OwnCost {

    private static final int MEBIBYTE = 1 << 20;
    private static final String SHA = "one SHA-256 of 1 MiB";
    private static final String REFRESH = "refresh";
    private static final String LOGIN = "login with the right password";
    private static final String OWN = " / own";
    private static final String SDK = " / sdk";
    private static final String WIRE = " / wire";

    private final Invocations refreshing;
    private final Invocations loggingIn;
    private final String loginBody;
    private final byte[] mebibyte = new byte[MEBIBYTE];
    private String token;

    private OwnCost(Latchkey latchkey, String email, String token) {
        this.refreshing = new Invocations(new RefreshSessionFunction(latchkey), "POST /v1/sessions/refresh");
        this.loggingIn = new Invocations(new LogInFunction(latchkey), "POST /v1/firms/{firmId}/login");
        this.loginBody = Service.logInBody(email, Service.PASSWORD);
        this.token = token;
    }

    static void measure(LocalServer server, String email, String token) throws Exception {
        Latchkey latchkey = new Latchkey(server.environment(), server.clock());
        OwnCost cost = new OwnCost(latchkey, email, token);
        AwsCalls.watch(Thread.currentThread().getName());
        BareHash hash = new BareHash();
        List<Step> steps = List.of(hash::cpu, cost::sha, cost::refresh, cost::logIn);
        print(Rounds.of(() -> {}, steps));
    }

    private void sha(Samples samples) throws Exception {
        long start = AwsCalls.cpu();
        mebibyte[0] = MessageDigest.getInstance("SHA-256").digest(mebibyte)[0];
        samples.add(SHA, AwsCalls.cpu() - start);
    }

    private void refresh(Samples samples) throws Exception {
        token = invoke(samples, REFRESH, refreshing, Service.refreshBody(token))
                .path("refreshToken")
                .asText();
    }

    private void logIn(Samples samples) throws Exception {
        invoke(samples, LOGIN, loggingIn, loginBody);
    }

    private static JsonNode invoke(Samples samples, String what, Invocations function, String body) throws Exception {
        byte[] event = function.event(body);
        AwsCalls.taken();
        long start = AwsCalls.cpu();
        byte[] reply = function.invoke(event);
        long all = AwsCalls.cpu() - start;
        Taken taken = AwsCalls.taken();
        samples.add(what, all);
        samples.add(what + OWN, all - taken.cpu());
        samples.add(what + SDK, taken.cpu() - taken.wireCpu());
        samples.add(what + WIRE, taken.wireCpu());
        return Invocations.body(reply);
    }

    private static void print(Samples samples) {
        System.err.println("Processor time of the handler's thread");
        print(samples, REFRESH, BareHash.NAME);
        print(samples, REFRESH, SHA);
        print(samples, LOGIN, BareHash.NAME);
        double hash = samples.median(BareHash.NAME);
        double beside = samples.median(LOGIN + OWN) - hash;
        System.err.printf(
                "%s: outside AWS calls and beside its hash %.3f of %s, %.2f of %s%n",
                LOGIN, beside / hash, BareHash.NAME, beside / samples.median(SHA), SHA);
    }

    private static void print(Samples samples, String what, String of) {
        System.err.printf("%s: %s of %s%n", what, samples.spread(what, of), of);
        System.err.printf(
                "    outside AWS calls %s, in the SDK %.3f, in its HTTP client %.3f%n",
                samples.spread(what + OWN, of), samples.ratio(what + SDK, of), samples.ratio(what + WIRE, of));
    }
}
