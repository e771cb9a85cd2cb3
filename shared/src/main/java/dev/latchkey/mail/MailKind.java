package dev.latchkey.mail;

/** Why a mail goes out; also its {@code kind} tag at the mail service. */
public enum MailKind {
    /** A link to one request. The reference is the link's id. */
    REQUEST_LINK("request-link"),
    /** A link to all requests of an address. The reference is the link's id. */
    SIGN_IN_LINK("sign-in-link");

    private final String tag;

    MailKind(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
