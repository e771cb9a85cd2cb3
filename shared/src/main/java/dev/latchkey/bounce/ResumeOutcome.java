package dev.latchkey.bounce;

/** How a staff member's wish to have mail sent again ended. */
public sealed interface ResumeOutcome {

    /** Mail goes to this address again, or always did. */
    record Resumed(String email) implements ResumeOutcome {}

    /** The firm has no such contact in use. */
    record NoContact() implements ResumeOutcome {}

    /** The contact has no address, or not the one named. */
    record NoAddress() implements ResumeOutcome {}

    /** The contact has several addresses and none was named. */
    record EmailRequired() implements ResumeOutcome {}

    /** The idempotency key stands for another request. */
    record KeyReused() implements ResumeOutcome {}
}
