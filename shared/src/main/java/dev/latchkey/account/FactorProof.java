package dev.latchkey.account;

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
 * A code that {@link SecondFactorVerifier} found to be right, waiting to be spent.
 *
 * @param tagger of the codes of the authenticator that it is of
 */
public record FactorProof(SecondFactor factor, ReservationOutcome.Taken taken, RecoveryCodeMac.Tagger tagger) {

    /**
     * Forgives the try as it was read; or, where that was overtaken, by what is stored now.
     *
     * @param again what is stored now, {@code null} the first time
     */
    public List<Write> forgive(@Nullable ItemBatch again) {
        return taken.forgive(again);
    }

    /** Spends it; loses where that was done. */
    public Write spend(AuthenticatedAccount who) {
        return AuthenticatorItem.spend(who.authenticatorKey(), authenticator(who), factor);
    }

    /** Tells of a recovery code, in the trail and by mail. Of a code of the app there is nothing to tell. */
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
