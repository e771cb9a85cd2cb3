package dev.latchkey.magiclink;

import dev.latchkey.session.ActiveSession;
import java.time.Instant;

/**
 * How the use of a link ended, before any token is signed. Tokens are signed after the commit, so that losers of a race cost
 * no KMS call.
 */
sealed interface UnsignedOutcome {

    /** The device has this session, and gets its tokens as of this instant. */
    record Admitted(ActiveSession session, Instant now) implements UnsignedOutcome {}

    /** Nothing is to be signed. */
    record Settled(RedeemOutcome outcome) implements UnsignedOutcome {}
}
