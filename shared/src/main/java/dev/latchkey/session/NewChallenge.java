package dev.latchkey.session;

import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.Challenge.OfLink;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Challenge} that exists once its write is committed, and its token for the client.
 *
 * @param write creates the item
 */
public record NewChallenge(ChallengeToken token, Write write) {

    /**
     * For a login with a password.
     *
     * @param amr what was proven so far, in order
     * @param device the tag of the device; {@code null} where it has no secret
     */
    public static NewChallenge ofLogin(
            FirmId firm,
            Principal account,
            List<String> amr,
            RevocationMarker marker,
            @Nullable String device,
            Randomness randomness,
            Instant now) {
        return of(firm, account, amr, Scope.PORTAL, null, device, marker, randomness, now);
    }

    /** For a mailed link. */
    public static NewChallenge ofLink(
            FirmId firm,
            Principal account,
            Scope scope,
            OfLink link,
            @Nullable String device,
            RevocationMarker marker,
            Randomness randomness,
            Instant now) {
        return of(firm, account, List.of("email"), scope, link, device, marker, randomness, now);
    }

    private static NewChallenge of(
            FirmId firm,
            Principal account,
            List<String> amr,
            Scope scope,
            @Nullable OfLink link,
            @Nullable String device,
            RevocationMarker marker,
            Randomness randomness,
            Instant now) {
        ChallengeToken token = new ChallengeToken(firm, account, randomness.id(), randomness.secret());
        Challenge challenge = new Challenge(
                token.key(), token.random(), amr, scope, link, device, marker, 0, now.plus(Challenge.LIFE));
        return new NewChallenge(token, challenge.create(token));
    }
}
