package dev.latchkey.session;

import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.PublishedKeys;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Authenticates a caller by an access token: verifies the token, then finds its session, which must be active and have the
 * token's subject.
 */
public final class AuthenticateSession {

    private final AccessTokenVerifier verifier;
    private final ActiveSessionFinder sessions;
    private final Clock clock;

    public AuthenticateSession(PublishedKeys keys, TokenIssuer issuer, Table table, NotBefore notBefore, Clock clock) {
        this.verifier = new AccessTokenVerifier(keys, issuer);
        this.sessions = new ActiveSessionFinder(table, notBefore);
        this.clock = clock;
    }

    /** Empty if the caller must sign in again, for whatever reason. An invalid token costs no read. */
    public Optional<ActiveSession> authenticate(String accessToken) {
        Instant now = clock.instant();
        return verifier.verify(accessToken, now)
                .flatMap(named -> sessions.find(named.firm(), named.session(), now)
                        .filter(active -> active.session().subject().equals(named.subject())));
    }
}
