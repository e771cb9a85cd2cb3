package dev.latchkey.session;

/** How a logout by refresh token ended. */
public sealed interface Logout {

    record LoggedOut() implements Logout {}

    /** A spent token came again: the session was ended as at a refresh, and is on the trail as that. */
    record Reused() implements Logout {}

    /** Not a token of a session that stands. Nothing changed. */
    record Refused() implements Logout {}
}
