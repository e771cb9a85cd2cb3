package dev.latchkey.account;

import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.authenticator.CodeTags;
import dev.latchkey.authenticator.SecondFactor;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A code that {@link SecondFactorVerifier} found to be right, waiting to be spent.
 *
 * @param tagger of the codes of the authenticator that it is of
 */
public record FactorProof(SecondFactor factor, Taking.Taken taken, CodeTags.Tagger tagger) {

    /**
     * Forgives the try as it was read; or, where that was overtaken, by what is stored now.
     *
     * @param again what is stored now, {@code null} the first time
     */
    public List<Write> forgive(@Nullable Snapshot again) {
        return taken.forgive(again);
    }

    /** Spends it; loses where that was done. */
    public Write spend(Insider who) {
        return AuthenticatorItem.spend(who.authenticatorKey(), authenticator(who), factor);
    }

    /** Tells of a recovery code, in the trail and by mail. Of a code of the app there is nothing to tell. */
    public List<Write> told(AccountEvents events, RecoveryCodeUse use, Insider who, Origin origin, Instant now) {
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
        return events.recoveryCodeUsed(use, left, who.about(), origin, now);
    }

    private static Authenticator authenticator(Insider who) {
        return Objects.requireNonNull(who.authenticator());
    }
}
