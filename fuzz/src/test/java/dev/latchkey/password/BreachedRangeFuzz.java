package dev.latchkey.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An answer is read whole or not at all, and lists just those hashes that stand in it with a count. */
public final class BreachedRangeFuzz {

    private static final int SUFFIX = 35;

    private BreachedRangeFuzz() {}

    /** Bytes are what a range service answered. */
    public static void fuzzerTestOneInput(byte[] data) {
        Optional<BreachedRange> read = BreachedRange.read(data);
        if (read.isEmpty()) {
            return;
        }
        String[] lines = new String(data, StandardCharsets.US_ASCII).split("\r?\n");
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            assertThat(line.length()).isGreaterThan(SUFFIX + 1);
            assertThat(line.charAt(SUFFIX)).isEqualTo(':');
            String suffix = line.substring(0, SUFFIX);
            boolean isCounted = Arrays.stream(lines)
                    .filter(each -> each.regionMatches(true, 0, suffix, 0, SUFFIX))
                    .anyMatch(each -> each.chars().skip(SUFFIX + 1).anyMatch(digit -> digit != '0'));
            assertThat(read.get().lists(suffix.toUpperCase(Locale.ROOT))).isEqualTo(isCounted);
        }
        assertThat(read.get().suffixes()).hasSizeLessThanOrEqualTo(lines.length);
    }
}
