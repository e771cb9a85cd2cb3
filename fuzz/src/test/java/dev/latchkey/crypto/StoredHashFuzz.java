package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.latchkey.fuzz.Foreign;

/**
 * A stored hash is read in its one spelling and at a cost that can be borne, or it is a broken table: said without telling
 * what stood there, and before any memory is taken.
 */
public final class StoredHashFuzz {

    private StoredHashFuzz() {}

    /** Bytes are one PHC string. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = Foreign.text(data);
        PhcString stored;
        try {
            stored = PhcString.parse(text);
        } catch (IllegalStateException broken) {
            assertThat(broken).hasNoCause().message().startsWith("a ").doesNotContain("$");
            assertThatIllegalStateException()
                    .isThrownBy(() -> new Argon2id(new Randomness(), Argon2Cost.OF_PASSWORDS).isOutdated(text));
            return;
        }
        Argon2Cost cost = stored.cost();
        assertThat(PhcString.of(cost, stored.salt(), stored.tag())).isEqualTo(text);
        assertThat(cost.kibibytes()).isBetween(8 * cost.lanes(), 65_536);
        assertThat(cost.passes()).isBetween(1, 10);
        assertThat(stored.salt().length).isBetween(8, 192);
        assertThat(stored.tag().length).isBetween(16, 192);
    }
}
