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
 * Verifies a recovery code, or a temporary code that staff issued, in place of a code of the app. It has its own
 * budget, so a locked app doesn't lock out clients who kept their codes. One read, two writes, one GenerateMac and one
 * Sign.
 */
public final class VerifyRecoveryCode {

    private final ChallengeAttempts attempts;
    private final RecoveryCodeMac tags;
    private final CompleteLogin completeLogin;
    private final Clock clock;

    public VerifyRecoveryCode(
            ChallengeAttempts attempts, RecoveryCodeMac tags, CompleteLogin completeLogin, Clock clock) {
        this.attempts = attempts;
        this.tags = tags;
        this.completeLogin = completeLogin;
        this.clock = clock;
    }

    public VerifyOutcome verify(ChallengeToken token, RecoveryCode code, RequestSource requestSource) {
        Reserved reserved = attempts.reserve(token, AttemptBudget.Factor.RECOVERY, VerifyRecoveryCode::refusal);
        return switch (reserved) {
            case Reserved.Refused(VerifyOutcome outcome) -> outcome;
            case Reserved.Held held -> judged(held, code, requestSource);
        };
    }

    /** Without an authenticator there is nothing that a code could replace. */
    private static @Nullable VerifyOutcome refusal(PendingLogin login, Instant now) {
        return login.authenticator() == null ? new VerifyOutcome.Over() : null;
    }

    private VerifyOutcome judged(Reserved.Held held, RecoveryCode code, RequestSource requestSource) {
        Authenticator authenticator = Objects.requireNonNull(held.login().authenticator());
        Optional<BackupCode> backup = authenticator.backupCode(tag(held, authenticator, code), clock.instant());
        return backup.isPresent()
                ? completeLogin.accept(held, new SecondFactor.Backup(backup.get()), requestSource)
                : completeLogin.reject(held, requestSource);
    }

    private String tag(Reserved.Held held, Authenticator authenticator, RecoveryCode code) {
        PendingLogin login = held.login();
        try {
            return tags.of(login.firmId(), login.principal(), authenticator.id())
                    .tag(code);
        } catch (KeysUnavailable unjudged) {
            attempts.giveBack(held);
            throw unjudged;
        }
    }
}
