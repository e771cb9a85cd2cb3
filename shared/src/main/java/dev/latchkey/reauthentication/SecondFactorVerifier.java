package dev.latchkey.reauthentication;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.throttling.AttemptReservations;
import dev.latchkey.throttling.AttemptReservations.ReservationOutcome;
import dev.latchkey.throttling.JudgedTry;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.PendingEnrolment;
import dev.latchkey.totp.RecoveryCode;
import dev.latchkey.totp.RecoveryCodeMac;
import dev.latchkey.totp.SecondFactor;
import dev.latchkey.totp.SecondFactorCode;
import dev.latchkey.totp.TotpCode;
import dev.latchkey.totp.TotpSecretCipher;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks the second factor in an authenticated session: a code of the app, or a recovery code. Each kind has a budget of its
 * own, in which an attempt is reserved first. A used code is wrong, and so is a temporary code, which is for a login only. If
 * KMS can't be reached, the attempt is given back.
 */
public final class SecondFactorVerifier {

    /** The result. */
    public sealed interface Outcome {

        /** Right, and not spent yet. */
        record Proven(FactorProof proof) implements Outcome {}

        record Failed(ReauthenticationFailure.OfCode why) implements Outcome {}
    }

    private final AttemptReservations reservations;
    private final TotpSecretCipher cipher;
    private final RecoveryCodeMac macs;
    private final WrongCodeRecorder wrongCodes;
    private final Clock clock;

    public SecondFactorVerifier(
            AttemptReservations reservations,
            TotpSecretCipher cipher,
            RecoveryCodeMac macs,
            WrongCodeRecorder wrongCodes,
            Clock clock) {
        this.reservations = reservations;
        this.cipher = cipher;
        this.macs = macs;
        this.wrongCodes = wrongCodes;
        this.clock = clock;
    }

    /** Checks a code of the authenticator. Costs one Decrypt, or one GenerateMac. */
    public Outcome verify(
            AuthenticatedAccount who, Authenticator authenticator, SecondFactorCode code, RequestSource requestSource) {
        RecoveryCodeMac.Tagger tagger = macs.of(who.firm(), who.principal(), authenticator.id());
        return switch (judged(who, code, () -> matched(who, authenticator, code, tagger))) {
            case JudgedTry.Locked(Duration wait) -> new Outcome.Failed(new ReauthenticationFailure.Locked(wait));
            case JudgedTry.Wrong(ReservationOutcome.Taken taken) ->
                new Outcome.Failed(refuse(who, taken, requestSource));
            case JudgedTry.Right(ReservationOutcome.Taken taken, SecondFactor factor) ->
                new Outcome.Proven(new FactorProof(factor, taken, tagger));
        };
    }

    /** Checks the first code of an app during enrolment, and finds its time step. A wrong one is not recorded. */
    public JudgedTry<Long> verify(AuthenticatedAccount who, PendingEnrolment pending, TotpCode code) {
        return judged(who, code, () -> {
            OptionalLong step = matched(who, pending.sealedSecret(), code);
            return step.isPresent() ? Optional.of(step.getAsLong()) : Optional.empty();
        });
    }

    private <T> JudgedTry<T> judged(AuthenticatedAccount who, SecondFactorCode code, Supplier<Optional<T>> judge) {
        AttemptBudget budget = code.budget(who.firm(), who.principal());
        return JudgedTry.of(reservations, budget, who.stored().get(budget.key()), clock.instant(), judge);
    }

    private Optional<SecondFactor> matched(
            AuthenticatedAccount who,
            Authenticator authenticator,
            SecondFactorCode code,
            RecoveryCodeMac.Tagger tagger) {
        return switch (code) {
            case TotpCode ofApp -> {
                OptionalLong step = matched(who, authenticator.sealedSecret(), ofApp);
                yield step.isPresent() && !authenticator.isSpent(step.getAsLong())
                        ? Optional.of(new SecondFactor.Otp(step.getAsLong()))
                        : Optional.empty();
            }
            case RecoveryCode kept -> authenticator.recovery(tagger.tag(kept)).map(SecondFactor.Backup::new);
        };
    }

    private OptionalLong matched(AuthenticatedAccount who, String sealedSecret, TotpCode code) {
        return cipher.match(who.firm(), who.principal(), sealedSecret, code, clock.instant());
    }

    /**
     * Checks a proof again by what is stored now. {@code null} if it still holds. A code that was spent meanwhile, or that is
     * of a removed authenticator, is recorded as wrong.
     *
     * @param now the account as it is now
     */
    public ReauthenticationFailure.@Nullable OfCode overtaken(
            AuthenticatedAccount then, AuthenticatedAccount now, FactorProof proof, RequestSource requestSource) {
        String judged = Objects.requireNonNull(then.authenticator()).id();
        Authenticator authenticator = now.authenticator();
        boolean good = authenticator != null
                && authenticator.id().equals(judged)
                && !proof.factor().isSpent(authenticator, clock.instant());
        return good ? null : refuse(now, proof.taken(), requestSource);
    }

    /** Forgives an attempt that was right though the request was not carried out. */
    public void forgive(ReservationOutcome.Taken right) {
        reservations.forgive(right);
    }

    private ReauthenticationFailure.OfCode refuse(
            AuthenticatedAccount who, ReservationOutcome.Taken taken, RequestSource requestSource) {
        wrongCodes.refuse(taken, who.about(), requestSource, clock.instant());
        return new ReauthenticationFailure.WrongCode(taken.left());
    }
}
