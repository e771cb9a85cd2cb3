package dev.latchkey.firm;

/** A credential, or a request for access. */
public enum AccessRequest {
    SIGN_UP("asks to sign up", Part.LOGIN),
    FORGOTTEN_PASSWORD("forgot the password", Part.LOGIN),
    SIGN_IN_LINK_ASKED("asks for a sign-in link", Part.LINK),
    SET_UP_LINK("set-up link and a chosen password", Part.LOGIN),
    RESET_LINK("reset link and a chosen password", Part.LOGIN),
    PASSWORD("address and password", Part.LOGIN),
    SIGN_IN_LINK("sign-in link", Part.LINK),
    REQUEST_LINK("request link", Part.LINK),
    LOGIN_BEFORE_CODE("login before its code", Part.OPEN_LOGIN),
    LOGIN_BEFORE_ENROLMENT("login before its app", Part.OPEN_LOGIN),
    LINK_BEFORE_CODE("link before its code", Part.LINK),
    LOGIN_SESSION("session of a login", Part.OPEN_LOGIN),
    LOGIN_SESSION_WITH_CODE("session of a login and a code", Part.OPEN_LOGIN),
    SIGN_IN_SESSION("session of a sign-in link", Part.LINK),
    SIGN_IN_SESSION_WITH_CODE("session of a sign-in link and a code", Part.LINK),
    REQUEST_SESSION("session of a request link", Part.LINK),
    REQUEST_SESSION_WITH_CODE("session of a request link and a code", Part.LINK);

    /** What happens to it in a firm without login. */
    enum Part {
        /** It is answered with {@code login-off}. */
        LOGIN,
        /** It began while there was login, and ends. */
        OPEN_LOGIN,
        /** It has nothing to do with login. */
        LINK
    }

    private final String value;
    private final Part part;

    AccessRequest(String value, Part part) {
        this.value = value;
        this.part = part;
    }

    /** Its name in the documents. */
    public String value() {
        return value;
    }

    Part part() {
        return part;
    }
}
