package dev.latchkey.crypto;

import com.auth0.jwt.algorithms.Algorithm;
import dev.latchkey.snapshot.Snapshotted;
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
public final class PublishedKeys implements Snapshotted {

    private static final Duration KEPT = Duration.ofHours(1);

    private record Fetched(PublishedKey key, Instant from) {

        boolean isFresh(Instant now) {
            return !now.isBefore(from) && now.isBefore(from.plus(KEPT));
        }
    }

    private final Kms kms;
    private final Clock clock;
    private final List<String> arns;
    private final Map<String, Fetched> cache = new ConcurrentHashMap<>();

    public PublishedKeys(Kms kms, Clock clock, List<String> arns) {
        this.kms = kms;
        this.clock = clock;
        this.arns = List.copyOf(arns);
    }

    @Override
    public void prime() {
        SignatureDrill.run();
    }

    @Override
    public void forget() {
        cache.clear();
    }

    public List<PublishedKey> all() {
        return arns.stream().map(this::published).toList();
    }

    /** What verifies a token that names this key; empty for a key that is not ours. */
    public Optional<Algorithm> verifier(String kid) {
        return arns.stream()
                .filter(arn -> SigningKey.kid(arn).equals(kid))
                .findFirst()
                .map(arn -> published(arn).verifier());
    }

    private PublishedKey published(String arn) {
        Fetched fetched = cache.get(arn);
        Instant now = clock.instant();
        if (fetched == null || !fetched.isFresh(now)) {
            fetched = new Fetched(new PublishedKey(SigningKey.kid(arn), kms.publicKey(arn)), now);
            cache.put(arn, fetched);
        }
        return fetched.key();
    }
}
