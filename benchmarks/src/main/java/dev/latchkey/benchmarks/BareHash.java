package dev.latchkey.benchmarks;

import dev.latchkey.crypto.Argon2Cost;
import dev.latchkey.crypto.Argon2id;
import dev.latchkey.crypto.Randomness;
import java.nio.charset.StandardCharsets;

/** The reference: one Argon2id hash by the product's own class at its present cost, and nothing around it. */
final class BareHash {

    static final String NAME = "one bare hash";

    private final Argon2id argon = new Argon2id(new Randomness(), Argon2Cost.OF_PASSWORDS);
    private final byte[] password = Service.PASSWORD.getBytes(StandardCharsets.UTF_8);

    void time(Samples samples) {
        long start = System.nanoTime();
        hash();
        samples.add(NAME, System.nanoTime() - start);
    }

    void cpu(Samples samples) {
        long start = AwsCalls.cpu();
        hash();
        samples.add(NAME, AwsCalls.cpu() - start);
    }

    private void hash() {
        if (argon.hash(password).isEmpty()) {
            throw new IllegalStateException("no hash");
        }
    }
}
