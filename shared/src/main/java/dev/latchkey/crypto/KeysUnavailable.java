package dev.latchkey.crypto;

/** KMS did not answer, or not in time, or not for this key. Nobody is signed in, and the caller may try again. */
public sealed class KeysUnavailable extends RuntimeException permits KeyUnusable {

    private static final long serialVersionUID = 1L;

    KeysUnavailable(Throwable cause) {
        super("the key service did not answer", cause);
    }
}
