package dev.latchkey.reauthentication;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.RecoveryCodeUse;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.AttemptReservations.ReservationOutcome;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.RecoveryCodeMac;
import dev.latchkey.totp.SecondFactor;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A code that {@link SecondFactorVerifier} found right and that is not spent yet.
 *
 * @param tagger of the recovery codes of its authenticator
 */
public record FactorProof(SecondFactor factor, ReservationOutcome.Taken taken, RecoveryCodeMac.Tagger tagger) {

    /**
     * Forgives the attempt by what was read before; or, in a later round, by what is stored now.
     *
     * @param again what is stored now; {@code null} in the first round
     */
    public List<Write> forgive(@Nullable ItemBatch again) {
        return taken.forgive(again);
    }

    /** Spends the code. Fails if it was spent. */
    public Write spend(AuthenticatedAccount who) {
        return AuthenticatorItem.spend(who.authenticatorKey(), authenticator(who), factor);
    }

    /** The event and the notice of a recovery code. Nothing for a code of the app. */
    public List<Write> told(
            AccountEvents events,
            RecoveryCodeUse use,
            AuthenticatedAccount who,
            RequestSource requestSource,
            Instant now) {
        if (factor instanceof SecondFactor.Otp) {
            return List.of();
        }
        int left =
                switch (use) {
                    case SIGN_IN, ANOTHER_APP ->
                        factor.after(authenticator(who)).codesLeft();
                    case NEW_CODES -> Authenticator.CODES;
                    case REMOVAL -> 0;
                };
        return events.recoveryCodeUsed(use, left, who.about(), requestSource, now);
    }

    private static Authenticator authenticator(AuthenticatedAccount who) {
        return Objects.requireNonNull(who.authenticator());
    }
}
