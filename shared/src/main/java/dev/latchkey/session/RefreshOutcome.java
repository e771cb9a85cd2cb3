package dev.latchkey.session;

/** How a refresh ended. */
public sealed interface RefreshOutcome {

    record Refreshed(TokenResponse grant) implements RefreshOutcome {}

    /** A spent token was reused: the whole session was ended, for the thief and for the client. */
    record Reused() implements RefreshOutcome {}

    /** The token is not valid for an active session. Nothing changed. */
    record Refused() implements RefreshOutcome {}
}
