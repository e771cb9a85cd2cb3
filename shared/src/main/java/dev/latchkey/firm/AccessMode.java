package dev.latchkey.firm;

/** How the firm's clients get in. */
public enum AccessMode {
    MAGIC_LINK_AND_LOGIN,
    MAGIC_LINK_ONLY,
    MAGIC_LINK_AND_LOGIN_2FA
}
