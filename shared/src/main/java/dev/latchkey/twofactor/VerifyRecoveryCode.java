package dev.latchkey.twofactor;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.Authenticator.BackupCode;
import dev.latchkey.totp.RecoveryCode;
import dev.latchkey.totp.RecoveryCodeMac;
import dev.latchkey.totp.SecondFactor;
import dev.latchkey.twofactor.ChallengeAttempts.Reserved;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a recovery code, or the temporary code that staff issued, in the place of the app's. It has a budget of its own, so
 * that a locked app does not shut out whoever kept their codes. One read, two writes, one GenerateMac and one Sign.
 */
public final class VerifyRecoveryCode {

    private final ChallengeAttempts tries;
    private final RecoveryCodeMac tags;
    private final CompleteLogin finishing;
    private final Clock clock;

    public VerifyRecoveryCode(ChallengeAttempts tries, RecoveryCodeMac tags, CompleteLogin finishing, Clock clock) {
        this.tries = tries;
        this.tags = tags;
        this.finishing = finishing;
        this.clock = clock;
    }

    public VerifyOutcome verify(ChallengeToken token, RecoveryCode code, RequestSource requestSource) {
        Reserved reserved = tries.reserve(token, AttemptBudget.Factor.RECOVERY, VerifyRecoveryCode::refusal);
        return switch (reserved) {
            case Reserved.Refused(VerifyOutcome outcome) -> outcome;
            case Reserved.Held held -> judged(held, code, requestSource);
        };
    }

    /** There is nothing that a code could stand in for. */
    private static @Nullable VerifyOutcome refusal(PendingLogin login, Instant now) {
        return login.authenticator() == null ? new VerifyOutcome.Over() : null;
    }

    private VerifyOutcome judged(Reserved.Held held, RecoveryCode code, RequestSource requestSource) {
        Authenticator authenticator = Objects.requireNonNull(held.login().authenticator());
        Optional<BackupCode> spare = authenticator.spare(tag(held, authenticator, code), clock.instant());
        return spare.isPresent()
                ? finishing.admit(held, new SecondFactor.SpareCode(spare.get()), requestSource)
                : finishing.refuse(held, requestSource);
    }

    private String tag(Reserved.Held held, Authenticator authenticator, RecoveryCode code) {
        PendingLogin login = held.login();
        try {
            return tags.of(login.firmId(), login.principal(), authenticator.id())
                    .tag(code);
        } catch (KeysUnavailable unjudged) {
            tries.giveBack(held);
            throw unjudged;
        }
    }
}
