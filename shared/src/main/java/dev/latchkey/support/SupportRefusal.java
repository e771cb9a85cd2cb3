package dev.latchkey.support;

/** Why a support action was refused. */
public enum SupportRefusal {
    NO_CONTACT,
    /** The contact does not have the requested address. */
    NO_ADDRESS,
    /** The contact has several accounts, and none was chosen. */
    EMAIL_REQUIRED,
    /** The contact has no account. */
    NO_ACCOUNT,
    /** The idempotency key was used for another request. */
    KEY_REUSED
}
