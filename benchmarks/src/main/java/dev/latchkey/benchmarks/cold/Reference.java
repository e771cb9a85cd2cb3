package dev.latchkey.benchmarks.cold;

import java.util.Locale;

/** What a reference has in common with the function that it stands beside. */
enum Reference {
    NOTHING,
    CALLS,
    PASSWORDS;

    /** Under what its times are noted. */
    String of(String function) {
        return function + " beside " + name().toLowerCase(Locale.ROOT);
    }
}
