package dev.latchkey.session;

/** How a refresh ended. */
public sealed interface RefreshOutcome {

    record Refreshed(TokenResponse grant) implements RefreshOutcome {}

    /** A spent token came again: the whole session was ended, for the thief and for the client. */
    record Reused() implements RefreshOutcome {}

    /** Not a token of a session that stands. Nothing changed. */
    record Refused() implements RefreshOutcome {}
}
