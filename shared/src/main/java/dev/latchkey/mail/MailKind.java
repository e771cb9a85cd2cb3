package dev.latchkey.mail;

/** Why a mail goes out; also its {@code kind} tag at the mail service. */
public enum MailKind {
    /** A link to one request. The reference is the link's id. */
    REQUEST_LINK("request-link"),
    /** A link to all requests of an address. The reference is the link's id. */
    SIGN_IN_LINK("sign-in-link"),
    /** A set-up link that the client asked for. The reference is the account link's id. */
    SIGN_UP("sign-up"),
    /** A set-up link that staff sent. The reference is the account link's id. */
    INVITATION("invitation"),
    /** A link to choose another password. The reference is the account link's id. */
    RESET("reset"),
    /** Goes out in place of a set-up link, to an address that has an account. It is never intended by itself. */
    ACCOUNT_EXISTS("account-exists"),
    /** Goes out in place of a reset link, to an address that has no account. It is never intended by itself. */
    NO_ACCOUNT("no-account"),
    /** A notice. The reference is the address's holder text, as in all notices. */
    ACCOUNT_CREATED("account-created"),
    PASSWORD_CHANGED("password-changed"),
    PASSWORD_RESET("password-reset"),
    TOTP_ENROLLED("totp-enrolled"),
    TOTP_REMOVED("totp-removed"),
    /** Staff took the authenticator away. */
    TOTP_RESET("totp-reset"),
    RECOVERY_CODES_REGENERATED("recovery-codes-regenerated"),
    /** One was used to sign in. The number is how many recovery codes are left. */
    RECOVERY_CODE_USED("recovery-code-used"),
    /** One was used to begin with another app. The number as before. */
    RECOVERY_CODE_USED_FOR_APP("recovery-code-used"),
    RECOVERY_CODE_USED_FOR_CODES("recovery-code-used"),
    RECOVERY_CODE_USED_FOR_REMOVAL("recovery-code-used"),
    /** Several wrong codes came after a right password or a mailed sign-in link. */
    WRONG_CODES("wrong-codes"),
    /** Staff issued a code that stands in for the authenticator. The mail does not hold it. */
    TEMPORARY_CODE_ISSUED("temporary-code-issued"),
    TEMPORARY_CODE_USED("temporary-code-used"),
    /** Somebody got in on a device that isn't known, where others are. It tells how, and in which browser. */
    NEW_DEVICE("new-device");

    private final String tag;

    MailKind(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
