package dev.latchkey.magiclink;

import java.time.Duration;

/** How a client's wish for a link ended, as far as the client is told. */
public sealed interface SignInLinkOutcome {

    /** It was taken. Whether a mail goes out is for the owner of the mailbox to see, and for nobody else. */
    record Accepted() implements SignInLinkOutcome {}

    /**
     * The same, of a link that a code can be typed for.
     *
     * @param link its id; there may be no mail of it
     */
    record AcceptedLink(LinkId link) implements SignInLinkOutcome {}

    /** There is no such firm. */
    record NoFirm() implements SignInLinkOutcome {}

    /** Too many from this source, or in this firm. */
    record TooMany(Duration retryAfter) implements SignInLinkOutcome {}
}
