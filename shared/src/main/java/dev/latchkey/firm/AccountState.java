package dev.latchkey.firm;

/** The state of an address's account, as {@link AccessPolicy} needs it. */
public enum AccountState {
    /** The address is on a contact in use and has no account. */
    NO_ACCOUNT("no account"),
    /** It has an account without a second factor. */
    ACCOUNT("account"),
    /** It has an account with an authenticator. */
    ENROLLED("account with an app"),
    /** It is on no contact in use, or staff deactivated it; whatever else it has. */
    SHUT_OUT("shut out");

    private final String value;

    AccountState(String value) {
        this.value = value;
    }

    /** Its name in the documents. */
    public String value() {
        return value;
    }

    /** The state for what was found. */
    public static AccountState of(boolean stands, boolean hasAccount, boolean hasAuthenticator) {
        if (!stands) {
            return SHUT_OUT;
        }
        if (!hasAccount) {
            return NO_ACCOUNT;
        }
        return hasAuthenticator ? ENROLLED : ACCOUNT;
    }
}
