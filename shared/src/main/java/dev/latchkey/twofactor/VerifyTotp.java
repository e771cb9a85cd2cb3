package dev.latchkey.twofactor;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.PendingEnrolment;
import dev.latchkey.totp.SecondFactor;
import dev.latchkey.totp.TotpCode;
import dev.latchkey.totp.TotpSecretCipher;
import dev.latchkey.twofactor.ChallengeAttempts.Reserved;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a code of the authenticator app in a pending login: it proves the second factor, or confirms an enrolment.
 * One read, two writes, one Decrypt and one Sign.
 */
public final class VerifyTotp {

    private final ChallengeAttempts attempts;
    private final TotpSecretCipher cipher;
    private final CompleteLogin completeLogin;
    private final ConfirmEnrolment confirmEnrolment;
    private final Clock clock;

    public VerifyTotp(
            ChallengeAttempts attempts,
            TotpSecretCipher cipher,
            CompleteLogin completeLogin,
            ConfirmEnrolment confirmEnrolment,
            Clock clock) {
        this.attempts = attempts;
        this.cipher = cipher;
        this.completeLogin = completeLogin;
        this.confirmEnrolment = confirmEnrolment;
        this.clock = clock;
    }

    public VerifyOutcome verify(ChallengeToken token, TotpCode code, RequestSource requestSource) {
        Reserved reserved = attempts.reserve(token, AttemptBudget.Factor.TOTP, VerifyTotp::refusal);
        return switch (reserved) {
            case Reserved.Refused(VerifyOutcome outcome) -> outcome;
            case Reserved.Held held -> judged(held, code, requestSource);
        };
    }

    private static @Nullable VerifyOutcome refusal(PendingLogin login, Instant now) {
        if (login.authenticator() != null) {
            return null;
        }
        PendingEnrolment pending = login.pending();
        boolean waits = pending != null
                && login.challenge().mayEnrol()
                && pending.canBeConfirmedBy(login.challenge().random(), now);
        return waits ? null : new VerifyOutcome.NothingPending();
    }

    private VerifyOutcome judged(Reserved.Held held, TotpCode code, RequestSource requestSource) {
        Authenticator authenticator = held.login().authenticator();
        if (authenticator != null) {
            OptionalLong step = matched(held, authenticator.sealedSecret(), code);
            return step.isPresent() && !authenticator.isSpent(step.getAsLong())
                    ? completeLogin.accept(held, new SecondFactor.Otp(step.getAsLong()), requestSource)
                    : completeLogin.reject(held, requestSource);
        }
        PendingEnrolment pending = Objects.requireNonNull(held.login().pending());
        OptionalLong step = matched(held, pending.sealedSecret(), code);
        return step.isPresent()
                ? confirmEnrolment.confirm(held, pending, step.getAsLong(), requestSource)
                : completeLogin.reject(held, requestSource);
    }

    private OptionalLong matched(Reserved.Held held, String sealedSecret, TotpCode code) {
        PendingLogin login = held.login();
        try {
            return cipher.match(login.firmId(), login.principal(), sealedSecret, code, clock.instant());
        } catch (KeysUnavailable unjudged) {
            attempts.giveBack(held);
            throw unjudged;
        }
    }
}
