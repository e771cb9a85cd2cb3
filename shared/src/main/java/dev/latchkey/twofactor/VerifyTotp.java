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
 * Takes the code of a client's app where a login waits for it: one that proves the second factor, or the first one of an
 * app that is being set up. One read, two writes, one Decrypt and one Sign.
 */
public final class VerifyTotp {

    private final ChallengeAttempts tries;
    private final TotpSecretCipher seal;
    private final CompleteLogin finishing;
    private final ConfirmEnrolment confirming;
    private final Clock clock;

    public VerifyTotp(
            ChallengeAttempts tries,
            TotpSecretCipher seal,
            CompleteLogin finishing,
            ConfirmEnrolment confirming,
            Clock clock) {
        this.tries = tries;
        this.seal = seal;
        this.finishing = finishing;
        this.confirming = confirming;
        this.clock = clock;
    }

    public VerifyOutcome verify(ChallengeToken token, TotpCode code, RequestSource requestSource) {
        Reserved reserved = tries.reserve(token, AttemptBudget.Factor.TOTP, VerifyTotp::refusal);
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
                    ? finishing.admit(held, new SecondFactor.Otp(step.getAsLong()), requestSource)
                    : finishing.refuse(held, requestSource);
        }
        PendingEnrolment pending = Objects.requireNonNull(held.login().pending());
        OptionalLong step = matched(held, pending.sealedSecret(), code);
        return step.isPresent()
                ? confirming.confirm(held, pending, step.getAsLong(), requestSource)
                : finishing.refuse(held, requestSource);
    }

    private OptionalLong matched(Reserved.Held held, String sealedSecret, TotpCode code) {
        PendingLogin login = held.login();
        try {
            return seal.match(login.firmId(), login.principal(), sealedSecret, code, clock.instant());
        } catch (KeysUnavailable unjudged) {
            tries.giveBack(held);
            throw unjudged;
        }
    }
}
