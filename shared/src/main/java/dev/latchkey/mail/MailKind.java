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
    /** A notice. The reference is the address's holder text, as in all notices. */
    ACCOUNT_CREATED("account-created"),
    PASSWORD_CHANGED("password-changed"),
    PASSWORD_RESET("password-reset");

    private final String tag;

    MailKind(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
