package dev.latchkey.account;

/** Why a password is not good enough; the contract's {@code reason}. */
public enum Rejection {
    TOO_SHORT,
    TOO_LONG,
    /** Among the first that anybody would guess: a common one, or a run of digits or keys, a repetition. */
    COMMON,
    /** Little more than the firm's name, the client's own address or this product's name. */
    CONTEXT,
    /** NUL, or half of a surrogate pair. */
    INVALID_CHARACTERS
}
