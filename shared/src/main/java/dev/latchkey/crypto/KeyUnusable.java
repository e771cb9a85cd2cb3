package dev.latchkey.crypto;

/** KMS answered that this one key can't be used: it is disabled, denied to us, to be deleted or gone, or of another kind. */
final class KeyUnusable extends KeysUnavailable {

    private static final long serialVersionUID = 1L;

    KeyUnusable(Throwable cause) {
        super(cause);
    }
}
