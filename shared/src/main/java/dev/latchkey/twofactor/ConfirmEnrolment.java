package dev.latchkey.twofactor;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.reauthentication.AuthenticatedAccount;
import dev.latchkey.reauthentication.AuthenticatedAccountReader;
import dev.latchkey.reauthentication.SecondFactorVerifier;
import dev.latchkey.reauthentication.WrongCodeRecorder;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.store.Basis;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.throttling.AttemptReservations.ReservationOutcome;
import dev.latchkey.throttling.JudgedTry;
import dev.latchkey.totp.PendingEnrolment;
import dev.latchkey.totp.TotpCode;
import dev.latchkey.twofactor.ChallengeAttempts.Reserved;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Confirms an authenticator app by its first right code, within a pending login or within a session. */
public final class ConfirmEnrolment {

    private final Table table;
    private final ChallengeAttempts attempts;
    private final AuthenticatedAccountReader accountReader;
    private final SecondFactorVerifier codes;
    private final ActivateAuthenticator activation;
    private final WrongCodeRecorder wrongCodes;
    private final Clock clock;

    public ConfirmEnrolment(
            Table table,
            ChallengeAttempts attempts,
            AuthenticatedAccountReader accountReader,
            SecondFactorVerifier codes,
            ActivateAuthenticator activation,
            WrongCodeRecorder wrongCodes,
            Clock clock) {
        this.table = table;
        this.attempts = attempts;
        this.accountReader = accountReader;
        this.codes = codes;
        this.activation = activation;
        this.wrongCodes = wrongCodes;
        this.clock = clock;
    }

    /** Within a pending login. */
    VerifyOutcome confirm(Reserved.Held held, PendingEnrolment pending, long matched, RequestSource requestSource) {
        try {
            VerifyOutcome outcome = table.decide(
                    Basis.judged(held.login()),
                    _ -> attempts.reread(held),
                    basis -> decide(held, pending, matched, basis, requestSource));
            if (!(outcome instanceof VerifyOutcome.Enrolled)) {
                attempts.giveBack(held);
            }
            return outcome;
        } catch (KeysUnavailable down) {
            attempts.giveBack(held);
            throw down;
        }
    }

    private Decision<VerifyOutcome> decide(
            Reserved.Held held,
            PendingEnrolment pending,
            long matched,
            Basis<PendingLogin> basis,
            RequestSource requestSource) {
        PendingLogin login = basis.found();
        if (login == null) {
            return Decision.answer(new VerifyOutcome.Over());
        }
        if (login.authenticator() != null || !pending.equals(login.pending())) {
            return Decision.answer(new VerifyOutcome.NothingPending());
        }
        ConfirmedEnrolment confirmed =
                ConfirmedEnrolment.of(login, pending, held.taken().forgive(basis.reread()));
        return activation.activate(confirmed, matched, requestSource, clock.instant());
    }

    /** Within a session. Its client reauthenticated when the enrolment began. */
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
                wrongCodes.refuse(taken, who.about(), requestSource, clock.instant());
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
            VerifyOutcome outcome = table.decide(
                    Basis.judged(who),
                    _ -> Basis.reread(accountReader.again(who), AuthenticatedAccount::stored),
                    basis -> decide(pending, right, basis, requestSource));
            if (!(outcome instanceof VerifyOutcome.Enrolled)) {
                codes.forgive(right.taken());
            }
            return outcome;
        } catch (KeysUnavailable down) {
            codes.forgive(right.taken());
            throw down;
        }
    }

    private Decision<VerifyOutcome> decide(
            PendingEnrolment pending,
            JudgedTry.Right<Long> right,
            Basis<AuthenticatedAccount> basis,
            RequestSource requestSource) {
        AuthenticatedAccount who = basis.found();
        if (who == null) {
            return Decision.answer(new VerifyOutcome.Over());
        }
        if (!pending.equals(who.pending())) {
            return Decision.answer(new VerifyOutcome.NothingPending());
        }
        ConfirmedEnrolment confirmed =
                ConfirmedEnrolment.of(who, pending, right.taken().forgive(basis.reread()));
        return activation.activate(confirmed, right.found(), requestSource, clock.instant());
    }

    private @Nullable PendingEnrolment pending(AuthenticatedAccount who) {
        PendingEnrolment pending = who.pending();
        String by = who.caller().session().id().text();
        return pending != null && pending.canBeConfirmedBy(by, clock.instant()) ? pending : null;
    }
}
