package dev.latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fuzz.Foreign;
import dev.latchkey.staff.IdempotencyKey;
import java.util.Optional;

/** The values of {@code If-Match} and {@code Idempotency-Key}: what is taken is one of them, whole, and plain ASCII. */
public final class ConditionsFuzz {

    private ConditionsFuzz() {}

    /** Bytes are the header's value. */
    public static void fuzzerTestOneInput(byte[] data) {
        for (String text : Foreign.texts(data)) {
            EntityTag.parse(text).ifPresent(tag -> judge(text.strip(), tag));
            Optional<IdempotencyKey> key = IdempotencyKey.parse(text);
            boolean plain =
                    !text.isEmpty() && text.length() <= 64 && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
            assertThat(key.map(IdempotencyKey::value)).isEqualTo(plain ? Optional.of(text) : Optional.empty());
        }
    }

    private static void judge(String header, EntityTag tag) {
        assertThat(tag.text().chars()).allMatch(c -> c > ' ' && c < 0x7F);
        boolean bare = header.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean weak = header.startsWith("W/");
        assertThat(header).isEqualTo(bare || weak ? tag.text() : tag.quoted());
        for (long version : new long[] {0, 1, 7, Long.MAX_VALUE}) {
            boolean names = header.equals("\"" + version + "\"") || (bare && header.equals("" + version));
            assertThat(tag.equals(EntityTag.of(version))).isEqualTo(names);
        }
    }
}
