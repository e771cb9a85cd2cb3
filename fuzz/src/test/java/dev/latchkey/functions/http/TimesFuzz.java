package dev.latchkey.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fuzz.Foreign;
import java.time.Instant;

/**
 * A time that is taken is written as RFC 3339 again, in UTC, and means the same when it is read back; unless its offset
 * moves it out of the years of four digits, where only the trail looks for it, and finds nothing.
 */
public final class TimesFuzz {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private TimesFuzz() {}

    /** Bytes are one time. */
    public static void fuzzerTestOneInput(byte[] data) {
        for (String text : Foreign.texts(data)) {
            Rfc3339.parse(text).ifPresent(time -> {
                assertThat(text.chars()).allMatch(c -> c < 0x80);
                if (time.isBefore(FIRST) || !time.isBefore(LAST)) {
                    return;
                }
                assertThat(Bodies.time(time))
                        .matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
                assertThat(Rfc3339.parse(Bodies.time(time))).contains(time);
            });
        }
    }
}
