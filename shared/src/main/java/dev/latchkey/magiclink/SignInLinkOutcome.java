package dev.latchkey.magiclink;

import java.time.Duration;

/** How a client's request for a link ended, as far as the client is told. */
public sealed interface SignInLinkOutcome {

    /** The request was accepted. Only the owner of the mailbox learns whether a mail is sent. */
    record Accepted() implements SignInLinkOutcome {}

    /**
     * The same, with the link that a code can be typed for.
     *
     * @param link its id; it may not be mailed
     */
    record AcceptedLink(LinkId link) implements SignInLinkOutcome {}

    /** There is no such firm. */
    record NoFirm() implements SignInLinkOutcome {}

    /** The limit for this source or this firm is reached. */
    record TooMany(Duration retryAfter) implements SignInLinkOutcome {}
}
