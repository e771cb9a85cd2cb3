package dev.latchkey.twofactor;

import dev.latchkey.account.AuthenticatedAccount;
import dev.latchkey.account.AuthenticatedAccountReader;
import dev.latchkey.account.SecondFactorVerifier;
import dev.latchkey.account.WrongCodeRecorder;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.store.Table;
import dev.latchkey.throttling.AttemptReservations.ReservationOutcome;
import dev.latchkey.throttling.JudgedTry;
import dev.latchkey.totp.PendingEnrolment;
import dev.latchkey.totp.TotpCode;
import dev.latchkey.twofactor.ChallengeAttempts.Reserved;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Confirms an app by its first right code: within a login that waited for it, or by somebody who is in. */
public final class ConfirmEnrolment {

    private final Table table;
    private final ChallengeAttempts tries;
    private final AuthenticatedAccountReader accountReader;
    private final SecondFactorVerifier codes;
    private final ActivateAuthenticator making;
    private final WrongCodeRecorder refusal;
    private final Clock clock;

    public ConfirmEnrolment(
            Table table,
            ChallengeAttempts tries,
            AuthenticatedAccountReader accountReader,
            SecondFactorVerifier codes,
            ActivateAuthenticator making,
            WrongCodeRecorder refusal,
            Clock clock) {
        this.table = table;
        this.tries = tries;
        this.accountReader = accountReader;
        this.codes = codes;
        this.making = making;
        this.refusal = refusal;
        this.clock = clock;
    }

    /** Within a login. */
    VerifyOutcome confirm(Reserved.Held held, PendingEnrolment pending, long matched, RequestSource requestSource) {
        try {
            ConfirmedEnrolment first =
                    ConfirmedEnrolment.of(held.login(), pending, held.taken().forgive(null));
            VerifyOutcome done = making.make(first, matched, requestSource);
            return done != null ? done : table.resolve(() -> confirmAgain(held, pending, matched, requestSource));
        } catch (KeysUnavailable down) {
            tries.giveBack(held);
            throw down;
        }
    }

    private @Nullable VerifyOutcome confirmAgain(
            Reserved.Held held, PendingEnrolment pending, long matched, RequestSource requestSource) {
        PendingLogin now = tries.again(held);
        if (now == null || now.authenticator() != null || !pending.equals(now.pending())) {
            tries.giveBack(held);
            return now == null ? new VerifyOutcome.Over() : new VerifyOutcome.NothingPending();
        }
        return making.make(
                ConfirmedEnrolment.of(now, pending, held.taken().forgive(now.stored())), matched, requestSource);
    }

    /** By somebody who is in, who proved themselves anew when they began. */
    public VerifyOutcome confirm(ActiveSession caller, TotpCode code, RequestSource requestSource) {
        AuthenticatedAccount who = accountReader.find(caller, requestSource);
        if (who == null) {
            return new VerifyOutcome.Over();
        }
        PendingEnrolment pending = pending(who);
        if (pending == null) {
            return new VerifyOutcome.NothingPending();
        }
        return switch (codes.verify(who, pending, code)) {
            case JudgedTry.Locked(Duration wait) -> new VerifyOutcome.Locked(wait);
            case JudgedTry.Wrong(ReservationOutcome.Taken taken) -> {
                refusal.refuse(taken, who.about(), requestSource, clock.instant());
                yield new VerifyOutcome.Wrong(taken.left());
            }
            case JudgedTry.Right<Long> right -> confirm(who, pending, right, requestSource);
        };
    }

    private VerifyOutcome confirm(
            AuthenticatedAccount who,
            PendingEnrolment pending,
            JudgedTry.Right<Long> right,
            RequestSource requestSource) {
        try {
            ConfirmedEnrolment first =
                    ConfirmedEnrolment.of(who, pending, right.taken().forgive(null));
            VerifyOutcome done = making.make(first, right.found(), requestSource);
            return done != null ? done : table.resolve(() -> confirmAgain(who, pending, right, requestSource));
        } catch (KeysUnavailable down) {
            codes.forgive(right.taken());
            throw down;
        }
    }

    private @Nullable VerifyOutcome confirmAgain(
            AuthenticatedAccount who,
            PendingEnrolment pending,
            JudgedTry.Right<Long> right,
            RequestSource requestSource) {
        AuthenticatedAccount now = accountReader.again(who);
        if (now == null || !pending.equals(now.pending())) {
            codes.forgive(right.taken());
            return now == null ? new VerifyOutcome.Over() : new VerifyOutcome.NothingPending();
        }
        ConfirmedEnrolment again =
                ConfirmedEnrolment.of(now, pending, right.taken().forgive(now.stored()));
        return making.make(again, right.found(), requestSource);
    }

    private @Nullable PendingEnrolment pending(AuthenticatedAccount who) {
        PendingEnrolment pending = who.pending();
        String by = who.caller().session().id().text();
        return pending != null && pending.canBeConfirmedBy(by, clock.instant()) ? pending : null;
    }
}
