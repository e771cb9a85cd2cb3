package dev.latchkey.crypto;

/** KMS did not answer, or not in time. Nobody is let in and the caller may try again. */
public class KeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnavailable(Throwable cause) {
        super("the key service did not answer", cause);
    }
}
