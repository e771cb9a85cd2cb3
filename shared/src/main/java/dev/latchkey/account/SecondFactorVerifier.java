package dev.latchkey.account;

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
 * Judges the second factor of a client who is in: a code of the app, or a recovery code in its place. Each sort counts in a
 * budget of its own, from which a try is taken first. A code that was used is a wrong one, and so is a temporary code, which
 * is for a login only. One that can't be judged costs nothing.
 */
public final class SecondFactorVerifier {

    /** How it ended. */
    public sealed interface Outcome {

        /** Right, and unspent so far. */
        record Proven(FactorProof proof) implements Outcome {}

        record Failed(ReauthenticationFailure.OfCode why) implements Outcome {}
    }

    private final AttemptReservations reservations;
    private final TotpSecretCipher seal;
    private final RecoveryCodeMac tags;
    private final WrongCodeRecorder refusal;
    private final Clock clock;

    public SecondFactorVerifier(
            AttemptReservations reservations,
            TotpSecretCipher seal,
            RecoveryCodeMac tags,
            WrongCodeRecorder refusal,
            Clock clock) {
        this.reservations = reservations;
        this.seal = seal;
        this.tags = tags;
        this.refusal = refusal;
        this.clock = clock;
    }

    /** Judges a code of the authenticator that was found. Costs one Decrypt, or one GenerateMac. */
    public Outcome verify(
            AuthenticatedAccount who, Authenticator authenticator, SecondFactorCode code, RequestSource requestSource) {
        RecoveryCodeMac.Tagger tagger = tags.of(who.firm(), who.principal(), authenticator.id());
        return switch (judged(who, code, () -> matched(who, authenticator, code, tagger))) {
            case JudgedTry.Locked(Duration wait) -> new Outcome.Failed(new ReauthenticationFailure.Locked(wait));
            case JudgedTry.Wrong(ReservationOutcome.Taken taken) ->
                new Outcome.Failed(refuse(who, taken, requestSource));
            case JudgedTry.Right(ReservationOutcome.Taken taken, SecondFactor factor) ->
                new Outcome.Proven(new FactorProof(factor, taken, tagger));
        };
    }

    /** Judges the first code of an app that is being set up: which step of it that is. A wrong one is not recorded. */
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
        return seal.match(who.firm(), who.principal(), sealedSecret, code, clock.instant());
    }

    /**
     * What a proof is worth where somebody else's write came first: {@code null} for as much as before. One that was spent
     * meanwhile, or is of an authenticator that is gone, is recorded as a wrong one.
     *
     * @param now the client as they are by now
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

    /** It was right though nothing came of it. */
    public void forgive(ReservationOutcome.Taken right) {
        reservations.forgive(right);
    }

    private ReauthenticationFailure.OfCode refuse(
            AuthenticatedAccount who, ReservationOutcome.Taken taken, RequestSource requestSource) {
        refusal.refuse(taken, who.about(), requestSource, clock.instant());
        return new ReauthenticationFailure.WrongCode(taken.left());
    }
}
