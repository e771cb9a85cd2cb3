package dev.latchkey.firm;

/** All that the {@linkplain AccessPolicy table} asks of whoever has an address. */
public enum AccountState {
    /** The address stands on a contact in use, and has no account. */
    NO_ACCOUNT("no account"),
    /** It has one, without a second factor. */
    ACCOUNT("account"),
    /** It has one, with an authenticator. */
    ENROLLED("account with an app"),
    /** It stands on no contact in use, or staff keep it out; whatever else it has. */
    SHUT_OUT("shut out");

    private final String value;

    AccountState(String word) {
        this.value = word;
    }

    /** As the documents call it. */
    public String value() {
        return value;
    }

    /** Of what was found. */
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
