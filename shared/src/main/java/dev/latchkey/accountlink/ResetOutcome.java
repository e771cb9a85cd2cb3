package dev.latchkey.accountlink;

import dev.latchkey.password.PasswordRejection;

/** How the use of a reset link ended. */
public sealed interface ResetOutcome {

    /** The password is changed. Nobody is signed in. */
    record Done() implements ResetOutcome {}

    /** The password is not accepted. The link stays valid. */
    record Rejected(PasswordRejection reason) implements ResetOutcome {}

    /** The link is refused. */
    record NoLink(LinkRefusal why) implements ResetOutcome {}
}
