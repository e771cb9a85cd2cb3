package dev.latchkey.crypto;

/**
 * KMS answered that this key can't be used: it is disabled, access is denied, it is deleted or pending deletion, or it
 * is of another kind.
 */
final class KeyUnusable extends KeysUnavailable {

    private static final long serialVersionUID = 1L;

    KeyUnusable(Throwable cause) {
        super(cause);
    }
}
