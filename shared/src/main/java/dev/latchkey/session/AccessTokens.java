package dev.latchkey.session;

import com.auth0.jwt.JWT;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.Kms;
import dev.latchkey.crypto.KmsAlgorithm;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.crypto.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes access tokens in the profile of RFC 9068. They hold ids and facts about the sign-in, never an address or a name.
 * Ten minutes less up to 5 %, so that clients who came in together don't come back together, and never longer than the
 * session.
 */
final class AccessTokens {

    static final String TYPE = "at+jwt";
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final int JITTER_SECONDS = 30;
    private static final int LONGEST_CONTACTS = 1_900;
    private static final int PUNCTUATION = 3;

    /** A signed token and how many seconds it lasts. */
    record Minted(String token, long expiresIn) {}

    private final Kms kms;
    private final SigningKey key;
    private final TokenIssuer issuer;
    private final Randomness randomness;

    AccessTokens(Kms kms, SigningKey key, TokenIssuer issuer, Randomness randomness) {
        this.kms = kms;
        this.key = key;
        this.issuer = issuer;
        this.randomness = randomness;
    }

    /** Costs one KMS Sign. */
    Minted mint(LiveSession live, Instant now) {
        Session session = live.session();
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        long life = Math.min(
                LONGEST_LIFE.toSeconds() - randomness.below(JITTER_SECONDS + 1),
                Math.max(1, Duration.between(now, session.endsAt()).toSeconds()));
        var token = JWT.create()
                .withHeader(Map.of("typ", TYPE))
                .withIssuer(issuer.issuer())
                .withAudience(issuer.audience())
                .withSubject(session.subject())
                .withIssuedAt(issued)
                .withNotBefore(issued)
                .withExpiresAt(issued.plusSeconds(life))
                .withJWTId(randomness.id())
                .withClaim("sid", session.id().text())
                .withClaim("firm", session.firm().value())
                .withClaim("scope", session.scope().text())
                .withClaim("amr", session.amr())
                .withClaim("acr", session.acr())
                .withClaim("auth_time", session.createdAt().getEpochSecond())
                .withClaim("mode_v", live.firm().settingsVersion());
        session.scope().request().ifPresent(request -> token.withClaim("req", request.value()));
        if (session.scope().equals(Scope.REQUESTS)) {
            token.withClaim("contacts", contacts(live.recipient()));
        }
        return new Minted(token.sign(new KmsAlgorithm(kms, key)), life);
    }

    /** As many as fit into a header that every gateway takes; {@code GET /v1/me} lists them all. */
    private static List<String> contacts(Recipient recipient) {
        List<String> contacts = new ArrayList<>();
        int length = 0;
        for (ContactId contact : recipient.standings().contacts()) {
            length += contact.value().length() + PUNCTUATION;
            if (length > LONGEST_CONTACTS) {
                break;
            }
            contacts.add(contact.value());
        }
        return contacts;
    }
}
