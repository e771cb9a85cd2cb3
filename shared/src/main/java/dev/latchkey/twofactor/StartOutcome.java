package dev.latchkey.twofactor;

import dev.latchkey.account.ReauthenticationFailure;
import dev.latchkey.totp.TotpSecret;
import java.time.Instant;

/** How the setting up of an app began. */
public sealed interface StartOutcome {

    /**
     * The secret is shown, now and never again.
     *
     * @param uri for the app, with the secret in it
     */
    record Started(TotpSecret secret, String uri, Instant endsAt) implements StartOutcome {

        /** Hides the secret. */
        @Override
        public String toString() {
            return "Started[" + endsAt + "]";
        }
    }

    /** The password is not right, or there is an authenticator already, and no code that is good for it. */
    record Unproven(ReauthenticationFailure why) implements StartOutcome {}

    /** The login or session has ended, or is not one that may set up an app. */
    record Over() implements StartOutcome {}
}
