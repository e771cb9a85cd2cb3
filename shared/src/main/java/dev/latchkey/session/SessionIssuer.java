package dev.latchkey.session;

import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Kms;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.crypto.SigningKey;
import dev.latchkey.firm.Firm;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one place that issues sessions. A use case verifies the client, opens a session, commits its write together with what
 * the client used up, and has its tokens signed.
 */
public final class SessionIssuer {

    private final Randomness randomness;
    private final AccessTokens accessTokens;

    public SessionIssuer(Kms kms, SigningKey key, TokenIssuer issuer, Randomness randomness) {
        this.randomness = randomness;
        this.accessTokens = new AccessTokens(kms, key, issuer, randomness);
    }

    /** A new id for a session of this principal. */
    public SessionId newId(Principal principal) {
        return new SessionId(principal, randomness.id());
    }

    /** A session that exists once its {@linkplain #write write} is committed. */
    public Session open(SessionId id, NewSession newSession, Instant now) {
        return new Session(
                newSession.firm(),
                id,
                newSession.email(),
                newSession.binding(),
                newSession.scope(),
                newSession.binding().subject(),
                newSession.amr(),
                Session.acr(newSession.amr()),
                newSession.marker(),
                now,
                now,
                newSession.endsAt(),
                RefreshTokenFamily.of(newSession.familySecret(), randomness),
                0,
                now,
                newSession.requestSource().userAgent(),
                newSession.requestSource().sourceIp(),
                newSession.device());
    }

    public Write write(Session session) {
        return SessionItem.create(session);
    }

    /** Marks a session as used and returns it; {@code null} if it has ended. One conditional write. */
    public @Nullable Session touch(Firm firm, SessionId id, Table table, Instant now) {
        Item item = table.change(
                Write.update(id.key(firm.id()), ItemUpdate.none().set("lastUsedAt", now), SessionItem.alive(now)));
        return item == null ? null : SessionItem.read(firm.id(), id, item);
    }

    /** Signs the tokens of a session. */
    public TokenResponse grant(ActiveSession active, String familySecret, Instant now) {
        Session session = active.session();
        RefreshToken refresh =
                session.family().token(session.firm(), session.id(), session.refreshGeneration(), familySecret);
        return new TokenResponse(active, accessTokens.mint(active, now), refresh, now);
    }
}
