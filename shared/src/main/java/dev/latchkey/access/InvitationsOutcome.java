package dev.latchkey.access;

import java.time.Duration;

/** How a request to invite many ended. */
public sealed interface InvitationsOutcome {

    /**
     * It is done, now or before.
     *
     * @param answer written out, so that a repeat can be given the very same
     */
    record Done(String answer) implements InvitationsOutcome {}

    /** No event told of the firm yet. */
    record NoFirm() implements InvitationsOutcome {}

    /** The firm lets nobody log in. Nobody was invited. */
    record LoginOff() implements InvitationsOutcome {}

    /** So many were invited this hour that not even the first can be. */
    record TooMany(Duration retryAfter) implements InvitationsOutcome {}

    /** The name of the request was used for another one. */
    record KeyReused() implements InvitationsOutcome {}
}
