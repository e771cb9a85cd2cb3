package dev.latchkey.session;

import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.PublishedKeys;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out who is calling by an access token: the token is verified here, then the session is looked at, whose subject
 * has to be the token's.
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

    /** Empty, whatever the reason, where the caller must sign in anew. A bad token costs no read. */
    public Optional<ActiveSession> authenticate(String accessToken) {
        Instant now = clock.instant();
        return verifier.verify(accessToken, now)
                .flatMap(named -> sessions.find(named.firm(), named.session(), now)
                        .filter(live -> live.session().subject().equals(named.subject())));
    }
}
