package dev.latchkey.session;

/** How a logout by refresh token ended. */
public sealed interface LogoutOutcome {

    record LoggedOut() implements LogoutOutcome {}

    /** A spent token came again: the session was ended as at a refresh, and is on the trail as that. */
    record Reused() implements LogoutOutcome {}

    /** Not a token of a session that stands. Nothing changed. */
    record Refused() implements LogoutOutcome {}
}
