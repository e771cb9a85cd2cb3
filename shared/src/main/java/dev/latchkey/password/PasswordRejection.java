package dev.latchkey.password;

/** Why a password may not be chosen; the names are those of the contract. */
public enum PasswordRejection {
    TOO_SHORT,
    TOO_LONG,
    COMMON,
    CONTEXT,
    INVALID_CHARACTERS
}
