package dev.latchkey.twofactor;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.PendingEnrolment;
import dev.latchkey.authenticator.SecondFactor;
import dev.latchkey.authenticator.TotpCode;
import dev.latchkey.authenticator.TotpSeal;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.twofactor.LoginTries.Reserved;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes the code of a client's app where a login waits for it: one that proves the second factor, or the first one of an
 * app that is being set up. One read, two writes, one Decrypt and one Sign.
 */
public final class VerifyTotp {

    private final LoginTries tries;
    private final TotpSeal seal;
    private final FinishLogin finishing;
    private final ConfirmEnrolment confirming;
    private final Clock clock;

    public VerifyTotp(
            LoginTries tries, TotpSeal seal, FinishLogin finishing, ConfirmEnrolment confirming, Clock clock) {
        this.tries = tries;
        this.seal = seal;
        this.finishing = finishing;
        this.confirming = confirming;
        this.clock = clock;
    }

    public VerifyOutcome verify(ChallengeToken token, TotpCode code, Origin origin) {
        Reserved reserved = tries.reserve(token, AttemptBudget.Authenticator.TOTP, this::refusal);
        return switch (reserved) {
            case Reserved.Refused(VerifyOutcome outcome) -> outcome;
            case Reserved.Held held -> judged(held, code, origin);
        };
    }

    private @Nullable VerifyOutcome refusal(OpenLogin login) {
        if (login.authenticator() != null) {
            return null;
        }
        PendingEnrolment pending = login.pending();
        boolean waits = pending != null
                && login.challenge().mayEnrol()
                && pending.canBeConfirmedBy(login.challenge().random(), clock.instant());
        return waits ? null : new VerifyOutcome.NothingPending();
    }

    private VerifyOutcome judged(Reserved.Held held, TotpCode code, Origin origin) {
        Authenticator authenticator = held.login().authenticator();
        if (authenticator != null) {
            OptionalLong step = matched(held, authenticator.sealedSecret(), code);
            return step.isPresent() && !authenticator.isSpent(step.getAsLong())
                    ? finishing.admit(held, new SecondFactor.Otp(step.getAsLong()), origin)
                    : finishing.refuse(held, origin);
        }
        PendingEnrolment pending = Objects.requireNonNull(held.login().pending());
        OptionalLong step = matched(held, pending.sealedSecret(), code);
        return step.isPresent()
                ? confirming.confirm(held, pending, step.getAsLong(), origin)
                : finishing.refuse(held, origin);
    }

    private OptionalLong matched(Reserved.Held held, String sealedSecret, TotpCode code) {
        OpenLogin login = held.login();
        try {
            return seal.match(login.firmId(), login.holder(), sealedSecret, code, clock.instant());
        } catch (KeysUnavailable unjudged) {
            tries.giveBack(held);
            throw unjudged;
        }
    }
}
