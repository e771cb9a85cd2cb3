package dev.latchkey.bounce;

/** The outcome of a request to resume mail. */
public sealed interface ResumeOutcome {

    /** Mail is sent to this address again, or was never stopped. */
    record Resumed(String email) implements ResumeOutcome {}

    /** The firm has no such contact in use. */
    record NoContact() implements ResumeOutcome {}

    /** The contact has no address, or not the requested one. */
    record NoAddress() implements ResumeOutcome {}

    /** The contact has several addresses, and none was chosen. */
    record EmailRequired() implements ResumeOutcome {}

    /** The idempotency key was used for another request. */
    record KeyReused() implements ResumeOutcome {}
}
