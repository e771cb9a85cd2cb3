package dev.latchkey.staff;

import com.auth0.jwk.Jwk;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider's published keys, cached for ten minutes, and for an hour while the provider is unavailable. An
 * unknown key id causes another fetch at most once a minute, so callers can't flood the provider. There is one fetch at
 * a time; other requests wait for its result.
 */
final class StaffKeys {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofHours(1);
    private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private record Fetched(List<Jwk> keys, Instant at) {}

    private record Failed(StaffKeysUnavailable cause, Instant at) {}

    private final StaffKeySource source;
    private final Clock clock;
    private @Nullable Fetched fetched;
    private @Nullable Failed failed;

    StaffKeys(URI address, Clock clock) {
        this.source = new StaffKeySource(url(address));
        this.clock = clock;
    }

    /** Empty if the provider does not publish the key id. */
    synchronized Optional<Jwk> find(String kid) {
        Instant now = clock.instant();
        Fetched known = fetched;
        if (known == null || !within(known.at(), KEPT, now)) {
            return afresh(known, kid, now);
        }
        Optional<Jwk> key = named(known, kid);
        return key.isPresent() || within(known.at(), BETWEEN_FETCHES, now) ? key : named(fetch(now), kid);
    }

    private Optional<Jwk> afresh(@Nullable Fetched known, String kid, Instant now) {
        try {
            return named(fetch(now), kid);
        } catch (StaffKeysUnavailable down) {
            if (known == null || !within(known.at(), KEPT_IN_AN_OUTAGE, now)) {
                throw down;
            }
            return Optional.of(named(known, kid).orElseThrow(() -> down));
        }
    }

    synchronized void forget() {
        fetched = null;
        failed = null;
    }

    private Fetched fetch(Instant now) {
        Failed before = failed;
        if (before != null && within(before.at(), AFTER_FAILURE, now)) {
            throw before.cause();
        }
        try {
            Fetched fresh = new Fetched(source.fetch(), now);
            fetched = fresh;
            failed = null;
            return fresh;
        } catch (IOException | RuntimeException unreachable) {
            StaffKeysUnavailable cause = new StaffKeysUnavailable(unreachable);
            failed = new Failed(cause, now);
            throw cause;
        }
    }

    /** Also false if the clock was set back: a time in the future is not recent. */
    private static boolean within(Instant start, Duration span, Instant now) {
        return !now.isBefore(start) && now.isBefore(start.plus(span));
    }

    private static Optional<Jwk> named(Fetched known, String kid) {
        return known.keys().stream().filter(key -> kid.equals(key.getId())).findFirst();
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException misconfigured) {
            throw new IllegalArgumentException("the staff keys' address is no URL", misconfigured);
        }
    }
}
