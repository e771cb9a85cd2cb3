package dev.latchkey.local.aws;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Options whose clock stands still. */
public final class TestClock {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private TestClock() {}

    public static LocalAws.Options options(@Nullable Path dataDir) {
        return new LocalAws.Options(0, dataDir, InstantSource.fixed(NOW));
    }
}
