package dev.latchkey.account;

/** How the use of a reset link ended. */
public sealed interface ResetOutcome {

    /** The password is another. Nobody is signed in by that. */
    record Done() implements ResetOutcome {}

    /** The password is not good enough. The link stays good. */
    record Rejected(PasswordRejection reason) implements ResetOutcome {}

    /** The link opens nothing. */
    record NoLink(LinkRefusal why) implements ResetOutcome {}
}
