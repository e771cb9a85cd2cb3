package dev.latchkey.acceptance;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether the tests run on an emulator instead of our own AWS endpoints: the one at {@code AWS_ENDPOINT_URL}, or that which
 * a system property of this name was set to.
 */
final class Emulated {

    private static final String NAME = "AWS_ENDPOINT_URL";

    private Emulated() {}

    static Optional<String> endpoint() {
        return Optional.ofNullable(System.getProperty(NAME, System.getenv(NAME)))
                .filter(endpoint -> !endpoint.isEmpty());
    }

    /** For one server alone: what two have on one emulator would get mixed up. */
    static String newAccount() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(100_000_000_000L, 1_000_000_000_000L));
    }
}
