package dev.latchkey.twofactor;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.Authenticator.Spare;
import dev.latchkey.authenticator.CodeTags;
import dev.latchkey.authenticator.RecoveryCode;
import dev.latchkey.authenticator.SecondFactor;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.twofactor.LoginTries.Reserved;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a recovery code, or the temporary code that staff issued, in the place of the app's. It has a budget of its own, so
 * that a locked app does not shut out whoever kept their codes. One read, two writes, one GenerateMac and one Sign.
 */
public final class VerifyRecoveryCode {

    private final LoginTries tries;
    private final CodeTags tags;
    private final FinishLogin finishing;
    private final Clock clock;

    public VerifyRecoveryCode(LoginTries tries, CodeTags tags, FinishLogin finishing, Clock clock) {
        this.tries = tries;
        this.tags = tags;
        this.finishing = finishing;
        this.clock = clock;
    }

    public VerifyOutcome verify(ChallengeToken token, RecoveryCode code, Origin origin) {
        Reserved reserved = tries.reserve(token, AttemptBudget.Authenticator.RECOVERY, VerifyRecoveryCode::refusal);
        return switch (reserved) {
            case Reserved.Refused(VerifyOutcome outcome) -> outcome;
            case Reserved.Held held -> judged(held, code, origin);
        };
    }

    /** There is nothing that a code could stand in for. */
    private static @Nullable VerifyOutcome refusal(OpenLogin login) {
        return login.authenticator() == null ? new VerifyOutcome.Over() : null;
    }

    private VerifyOutcome judged(Reserved.Held held, RecoveryCode code, Origin origin) {
        Authenticator authenticator = Objects.requireNonNull(held.login().authenticator());
        Optional<Spare> spare = authenticator.spare(tag(held, authenticator, code), clock.instant());
        return spare.isPresent()
                ? finishing.admit(held, new SecondFactor.SpareCode(spare.get()), origin)
                : finishing.refuse(held, origin);
    }

    private String tag(Reserved.Held held, Authenticator authenticator, RecoveryCode code) {
        OpenLogin login = held.login();
        try {
            return tags.of(login.firmId(), login.holder(), authenticator.id()).tag(code);
        } catch (KeysUnavailable unjudged) {
            tries.giveBack(held);
            throw unjudged;
        }
    }
}
