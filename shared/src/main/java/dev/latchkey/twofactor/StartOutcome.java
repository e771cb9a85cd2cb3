package dev.latchkey.twofactor;

import dev.latchkey.reauthentication.ReauthenticationFailure;
import dev.latchkey.totp.TotpSecret;
import java.time.Instant;

/** How an enrolment started. */
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

    /** The password is wrong; or there is an authenticator, and the code is wrong or missing. */
    record Unproven(ReauthenticationFailure why) implements StartOutcome {}

    /** The login or session has ended, or must not enrol an authenticator. */
    record Over() implements StartOutcome {}
}
