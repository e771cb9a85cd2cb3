package dev.latchkey.session;

/** How a refresh ended. */
public sealed interface Refreshment {

    record Refreshed(SessionGrant grant) implements Refreshment {}

    /** A spent token came again: the whole session was ended, for the thief and for the client. */
    record Reused() implements Refreshment {}

    /** Not a token of a session that stands. Nothing changed. */
    record Refused() implements Refreshment {}
}
