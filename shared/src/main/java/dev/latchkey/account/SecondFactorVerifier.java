package dev.latchkey.account;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.JudgedTry;
import dev.latchkey.attempts.Tries;
import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.CodeTags;
import dev.latchkey.authenticator.PendingEnrolment;
import dev.latchkey.authenticator.RecoveryCode;
import dev.latchkey.authenticator.SecondFactor;
import dev.latchkey.authenticator.SecondFactorCode;
import dev.latchkey.authenticator.TotpCode;
import dev.latchkey.authenticator.TotpSeal;
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

    private final Tries tries;
    private final TotpSeal seal;
    private final CodeTags tags;
    private final CodeRefusal refusal;
    private final Clock clock;

    public SecondFactorVerifier(Tries tries, TotpSeal seal, CodeTags tags, CodeRefusal refusal, Clock clock) {
        this.tries = tries;
        this.seal = seal;
        this.tags = tags;
        this.refusal = refusal;
        this.clock = clock;
    }

    /** Judges a code of the authenticator that was found. Costs one Decrypt, or one GenerateMac. */
    public Outcome verify(Insider who, Authenticator authenticator, SecondFactorCode code, Origin origin) {
        CodeTags.Tagger tagger = tags.of(who.firm(), who.holder(), authenticator.id());
        return switch (judged(who, code, () -> matched(who, authenticator, code, tagger))) {
            case JudgedTry.Locked(Duration wait) -> new Outcome.Failed(new ReauthenticationFailure.Locked(wait));
            case JudgedTry.Wrong(Taking.Taken taken) -> new Outcome.Failed(refuse(who, taken, origin));
            case JudgedTry.Right(Taking.Taken taken, SecondFactor factor) ->
                new Outcome.Proven(new FactorProof(factor, taken, tagger));
        };
    }

    /** Judges the first code of an app that is being set up: which step of it that is. A wrong one is not recorded. */
    public JudgedTry<Long> verify(Insider who, PendingEnrolment pending, TotpCode code) {
        return judged(who, code, () -> {
            OptionalLong step = matched(who, pending.sealedSecret(), code);
            return step.isPresent() ? Optional.of(step.getAsLong()) : Optional.empty();
        });
    }

    private <T> JudgedTry<T> judged(Insider who, SecondFactorCode code, Supplier<Optional<T>> judge) {
        AttemptBudget budget = code.budget(who.firm(), who.holder());
        return JudgedTry.of(tries, budget, who.stored().get(budget.key()), clock.instant(), judge);
    }

    private Optional<SecondFactor> matched(
            Insider who, Authenticator authenticator, SecondFactorCode code, CodeTags.Tagger tagger) {
        return switch (code) {
            case TotpCode ofApp -> {
                OptionalLong step = matched(who, authenticator.sealedSecret(), ofApp);
                yield step.isPresent() && !authenticator.isSpent(step.getAsLong())
                        ? Optional.of(new SecondFactor.Otp(step.getAsLong()))
                        : Optional.empty();
            }
            case RecoveryCode kept -> authenticator.recovery(tagger.tag(kept)).map(SecondFactor.SpareCode::new);
        };
    }

    private OptionalLong matched(Insider who, String sealedSecret, TotpCode code) {
        return seal.match(who.firm(), who.holder(), sealedSecret, code, clock.instant());
    }

    /**
     * What a proof is worth where somebody else's write came first: {@code null} for as much as before. One that was spent
     * meanwhile, or is of an authenticator that is gone, is recorded as a wrong one.
     *
     * @param now the client as they are by now
     */
    public ReauthenticationFailure.@Nullable OfCode overtaken(
            Insider then, Insider now, FactorProof proof, Origin origin) {
        String judged = Objects.requireNonNull(then.authenticator()).id();
        Authenticator authenticator = now.authenticator();
        boolean good = authenticator != null
                && authenticator.id().equals(judged)
                && !proof.factor().isSpent(authenticator, clock.instant());
        return good ? null : refuse(now, proof.taken(), origin);
    }

    /** It was right though nothing came of it. */
    public void forgive(Taking.Taken right) {
        tries.forgive(right);
    }

    private ReauthenticationFailure.OfCode refuse(Insider who, Taking.Taken taken, Origin origin) {
        refusal.refuse(taken, who.about(), origin, clock.instant());
        return new ReauthenticationFailure.WrongCode(taken.left());
    }
}
