package dev.latchkey.crypto;

import com.auth0.jwt.algorithms.Algorithm;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public halves of our signing keys: the current one first, then those that are published before use or after
 * retirement. Fetched at need and kept for an hour; a key id that is not configured costs no call.
 */
public final class PublishedKeys {

    private static final Duration KEPT = Duration.ofHours(1);

    /** A signing key with its public half. */
    public record Published(SigningKey key, PublicKey publicKey) {}

    private record Fetched(Published published, Instant until) {}

    private final Kms kms;
    private final Clock clock;
    private final List<SigningKey> keys;
    private final Map<String, Fetched> cache = new ConcurrentHashMap<>();

    public PublishedKeys(Kms kms, Clock clock, List<SigningKey> keys) {
        this.kms = kms;
        this.clock = clock;
        this.keys = List.copyOf(keys);
    }

    public List<Published> all() {
        return keys.stream().map(this::published).toList();
    }

    /** What verifies a token that names this key; empty for a key that is not ours. */
    public Optional<Algorithm> verifier(String kid) {
        return keys.stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .map(this::published)
                .map(PublishedKeys::algorithm);
    }

    private Published published(SigningKey key) {
        Fetched fetched = cache.get(key.arn());
        Instant now = clock.instant();
        if (fetched == null || !now.isBefore(fetched.until())) {
            fetched = new Fetched(new Published(key, kms.publicKey(key)), now.plus(KEPT));
            cache.put(key.arn(), fetched);
        }
        return fetched.published();
    }

    private static Algorithm algorithm(Published published) {
        return switch (published.publicKey()) {
            case RSAPublicKey rsa -> Algorithm.RSA256(rsa, null);
            case ECPublicKey ec -> Algorithm.ECDSA256(ec, null);
            default -> throw new IllegalStateException("no verifier for this kind of key");
        };
    }
}
