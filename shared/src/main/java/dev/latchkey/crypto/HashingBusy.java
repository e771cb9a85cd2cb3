package dev.latchkey.crypto;

/** No turn to hash came in time. Nothing was hashed or judged, and the caller may try again. */
public final class HashingBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HashingBusy() {
        super("no turn to hash came in time");
    }
}
