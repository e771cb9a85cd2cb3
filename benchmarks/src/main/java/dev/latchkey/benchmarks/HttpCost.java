package dev.latchkey.benchmarks;

import dev.latchkey.benchmarks.AwsCalls.Taken;
import dev.latchkey.benchmarks.Service.Answer;

/**
 * What a request over HTTP takes and what of it the function spends waiting for the store and for keys. The rest is its
 * own: the HTTP on both sides, the gateway, the function.
 */
final class HttpCost {

    private static final String STORE = " / store";
    private static final String KEYS = " / keys";
    private static final String REST = " / rest";

    private HttpCost() {}

    /** Notes a request that just came back. Nothing else may have called AWS in the watched function meanwhile. */
    static void note(Samples samples, String what, Answer answer) {
        Taken taken = AwsCalls.taken();
        samples.add(what, answer.nanos());
        samples.add(what + STORE, taken.store());
        samples.add(what + KEYS, taken.keys());
        samples.add(what + REST, answer.nanos() - taken.store() - taken.keys());
    }

    static void print(Samples samples, String what) {
        System.err.printf("%s: %s of %s%n", what, samples.spread(what, BareHash.NAME), BareHash.NAME);
        System.err.printf(
                "    store %.3f, keys %.3f, without both %s%n",
                samples.ratio(what + STORE, BareHash.NAME),
                samples.ratio(what + KEYS, BareHash.NAME),
                samples.spread(what + REST, BareHash.NAME));
    }
}
