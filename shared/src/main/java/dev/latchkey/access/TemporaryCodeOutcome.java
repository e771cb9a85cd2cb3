package dev.latchkey.access;

import dev.latchkey.totp.RecoveryCode;
import java.time.Instant;

/** How the issuing of a temporary code ended. */
public sealed interface TemporaryCodeOutcome {

    /** It is to be told to its owner now, and is stored nowhere as it is. */
    record Issued(RecoveryCode code, Instant endsAt) implements TemporaryCodeOutcome {}

    /** The same request was answered before. What was shown then can't be shown again. */
    record AlreadyIssued() implements TemporaryCodeOutcome {}

    /** There is no app that it could stand in for. */
    record NotEnrolled() implements TemporaryCodeOutcome {}

    record Refused(SupportRefusal why) implements TemporaryCodeOutcome {}
}
