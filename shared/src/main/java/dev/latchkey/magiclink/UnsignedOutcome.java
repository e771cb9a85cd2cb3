package dev.latchkey.magiclink;

import dev.latchkey.session.ActiveSession;
import java.time.Instant;

/**
 * How redeeming a link ended, before any token is signed. Tokens are signed after the commit, so that losers of a race cost
 * no KMS call.
 */
sealed interface UnsignedOutcome {

    /** The device has this session and gets tokens for it, issued at this instant. */
    record Admitted(ActiveSession session, Instant now) implements UnsignedOutcome {}

    /** The outcome has no tokens. */
    record Settled(RedeemOutcome outcome) implements UnsignedOutcome {}
}
