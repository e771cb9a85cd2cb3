package dev.latchkey.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contact.ContactId;
import dev.latchkey.crypto.Kms;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.crypto.SigningKey;
import dev.latchkey.crypto.TokenSigner;
import dev.latchkey.json.StrictJson;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Issues access tokens in the profile of RFC 9068. They contain ids and facts about the sign-in, never an address or a name.
 * They last ten minutes less up to 5 %, so that clients who signed in together don't refresh together, and never longer than
 * the session.
 */
final class AccessTokens {

    static final String TYPE = "at+jwt";
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final int JITTER_SECONDS = 30;

    /** A signed token and how many seconds it lasts. */
    record Minted(String token, long expiresIn) {}

    private final TokenSigner signer;
    private final TokenIssuer issuer;
    private final Randomness randomness;

    AccessTokens(Kms kms, SigningKey key, TokenIssuer issuer, Randomness randomness) {
        this.signer = new TokenSigner(kms, key);
        this.issuer = issuer;
        this.randomness = randomness;
    }

    /** Costs one KMS Sign. */
    Minted mint(ActiveSession active, Instant now) {
        Session session = active.session();
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        long life = Math.min(
                LONGEST_LIFE.toSeconds() - randomness.below(JITTER_SECONDS + 1),
                Math.max(1, Duration.between(now, session.endsAt()).toSeconds()));
        ObjectNode claims = StrictJson.object()
                .put("iss", issuer.issuer())
                .put("aud", issuer.audience())
                .put("sub", session.subject())
                .put("iat", issued.getEpochSecond())
                .put("nbf", issued.getEpochSecond())
                .put("exp", issued.getEpochSecond() + life)
                .put("jti", randomness.id());
        describe(active, claims);
        return new Minted(signer.sign(TYPE, claims), life);
    }

    private static void describe(ActiveSession active, ObjectNode claims) {
        Session session = active.session();
        claims.put("sid", session.id().text())
                .put("firm", session.firm().value())
                .put("scope", session.scope().text());
        session.amr().forEach(claims.putArray("amr")::add);
        claims.put("acr", session.acr())
                .put("auth_time", session.createdAt().getEpochSecond())
                .put("mode_v", active.firm().settingsVersion());
        session.scope().request().ifPresent(request -> claims.put("req", request.value()));
        if (session.scope().equals(Scope.REQUESTS)) {
            List<ContactId> contacts = active.recipient().contactIds();
            contacts.forEach(contact -> claims.withArray("contacts").add(contact.value()));
            if (active.recipient().contactCount() > contacts.size()) {
                claims.put("contacts_more", true);
            }
        }
    }
}
