package dev.latchkey.access;

/** Why nothing was done about a contact's access. */
public enum SupportRefusal {
    NO_CONTACT,
    /** It does not have the address that was asked for. */
    NO_ADDRESS,
    /** It has several accounts, and none was said. */
    EMAIL_REQUIRED,
    /** There is no account. */
    NO_ACCOUNT,
    /** The name of the request was used for another one. */
    KEY_REUSED
}
