package dev.latchkey.support;

import dev.latchkey.totp.RecoveryCode;
import java.time.Instant;

/** The outcome of issuing a temporary code. */
public sealed interface TemporaryCodeOutcome {

    /** The code is shown once. Only its MAC is stored. */
    record Issued(RecoveryCode code, Instant endsAt) implements TemporaryCodeOutcome {}

    /** An earlier request with the same key issued the code. It can't be shown again. */
    record AlreadyIssued() implements TemporaryCodeOutcome {}

    /** No authenticator is enrolled. */
    record NotEnrolled() implements TemporaryCodeOutcome {}

    record Refused(SupportRefusal why) implements TemporaryCodeOutcome {}
}
