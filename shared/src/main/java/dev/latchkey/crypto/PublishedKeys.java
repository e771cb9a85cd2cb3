package dev.latchkey.crypto;

import com.auth0.jwt.algorithms.Algorithm;
import dev.latchkey.snapstart.Snapshotted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The public halves of our signing keys: the current one first, then those that are published before use or after
 * retirement. They are fetched on demand and cached for an hour. A key id that is not configured costs no call. During
 * an outage of KMS the cached ones are served. The current key is required; another key that can't be used is left out,
 * and costs one call a minute at most.
 */
public final class PublishedKeys implements Snapshotted {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    /**
     * The keys to publish.
     *
     * @param isWhole whether no key was left out
     */
    public record Published(List<PublishedKey> keys, boolean isWhole) {}

    /**
     * What KMS last said of a key.
     *
     * @param key {@code null} where it can't be used
     */
    private record Fetched(@Nullable PublishedKey key, Instant from, Duration life) {

        boolean isFresh(Instant now) {
            return !now.isBefore(from) && now.isBefore(from.plus(life));
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
        SignatureWarmUp.run();
    }

    @Override
    public void forget() {
        cache.clear();
    }

    /**
     * The usable keys. Throws {@link KeysUnavailable} without the current one, and during an outage of KMS if a key was
     * never fetched: a client that caches a list without it would reject good tokens.
     */
    public Published all() {
        List<PublishedKey> keys = new ArrayList<>(List.of(current()));
        arns.stream().skip(1).forEach(arn -> other(arn).ifPresent(keys::add));
        return new Published(keys, keys.size() == arns.size());
    }

    /** Verifies tokens that name this key; empty for a key that is not ours or can't be used any more. */
    public Optional<Algorithm> verifier(String kid) {
        return arns.stream()
                .filter(arn -> SigningKey.kid(arn).equals(kid))
                .findFirst()
                .flatMap(arn -> arn.equals(arns.getFirst()) ? Optional.of(current()) : other(arn))
                .map(PublishedKey::verifier);
    }

    private PublishedKey current() {
        String arn = arns.getFirst();
        Fetched known = cache.get(arn);
        Instant now = clock.instant();
        return known != null && known.key() != null && known.isFresh(now) ? known.key() : fetched(arn, known, now);
    }

    /** Empty for one that can't be used. */
    private Optional<PublishedKey> other(String arn) {
        Fetched known = cache.get(arn);
        Instant now = clock.instant();
        if (known != null && known.isFresh(now)) {
            return Optional.ofNullable(known.key());
        }
        try {
            return Optional.of(fetched(arn, known, now));
        } catch (KeyUnusable unusable) {
            cache.put(arn, new Fetched(null, now, ASKED_AGAIN));
            return Optional.empty();
        }
    }

    private PublishedKey fetched(String arn, @Nullable Fetched known, Instant now) {
        try {
            PublishedKey key = new PublishedKey(SigningKey.kid(arn), kms.publicKey(arn));
            cache.put(arn, new Fetched(key, now, KEPT));
            return key;
        } catch (KeyUnusable unusable) {
            throw unusable;
        } catch (KeysUnavailable away) {
            PublishedKey stale = known == null ? null : known.key();
            if (stale == null) {
                throw away;
            }
            cache.put(arn, new Fetched(stale, now, ASKED_AGAIN));
            return stale;
        }
    }
}
