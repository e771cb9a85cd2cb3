package dev.latchkey.mail;

/** Why a mail is sent; also its {@code kind} tag at the mail service. */
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
    /** Sent instead of a set-up link, to an address that has an account. No intent has this kind. */
    ACCOUNT_EXISTS("account-exists"),
    /** Sent instead of a reset link, to an address without an account. No intent has this kind. */
    NO_ACCOUNT("no-account"),
    /** A notice. The reference is the principal's text, as in all notices. */
    ACCOUNT_CREATED("account-created"),
    PASSWORD_CHANGED("password-changed"),
    PASSWORD_RESET("password-reset"),
    TOTP_ENROLLED("totp-enrolled"),
    TOTP_REMOVED("totp-removed"),
    /** Staff removed the authenticator. */
    TOTP_RESET("totp-reset"),
    RECOVERY_CODES_REGENERATED("recovery-codes-regenerated"),
    /** A recovery code was used to sign in. The number is how many recovery codes are left. */
    RECOVERY_CODE_USED("recovery-code-used"),
    /** A recovery code was used to start another enrolment. The number as before. */
    RECOVERY_CODE_USED_FOR_APP("recovery-code-used"),
    RECOVERY_CODE_USED_FOR_CODES("recovery-code-used"),
    RECOVERY_CODE_USED_FOR_REMOVAL("recovery-code-used"),
    /** Several wrong codes came after a right password or a mailed sign-in link. */
    WRONG_CODES("wrong-codes"),
    /** Staff issued a temporary code. The mail doesn't contain it. */
    TEMPORARY_CODE_ISSUED("temporary-code-issued"),
    TEMPORARY_CODE_USED("temporary-code-used"),
    /** A sign-in on a new device, where others are known. It tells the method and the browser. */
    NEW_DEVICE("new-device");

    private final String tag;

    MailKind(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
