package dev.latchkey.crypto;

/** Timed out waiting to hash. Nothing was hashed or judged, and the caller may try again. */
public final class HashingOverloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HashingOverloaded() {
        super("no turn to hash came in time");
    }
}
