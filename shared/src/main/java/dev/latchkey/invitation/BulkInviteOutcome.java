package dev.latchkey.invitation;

import java.time.Duration;

/** The outcome of a bulk invitation. */
public sealed interface BulkInviteOutcome {

    /**
     * It is done, now or by an earlier request with the same key.
     *
     * @param answer serialized, so that a repeated request gets the same answer
     */
    record Done(String answer) implements BulkInviteOutcome {}

    /** The firm is unknown. */
    record NoFirm() implements BulkInviteOutcome {}

    /** The firm has turned login off. No contact was invited. */
    record LoginOff() implements BulkInviteOutcome {}

    /** The hourly limit is reached. No contact was invited. */
    record TooMany(Duration retryAfter) implements BulkInviteOutcome {}

    /** The idempotency key was used for another request. */
    record KeyReused() implements BulkInviteOutcome {}
}
