package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two instances woken from one snapshot begin with the same memory, and must not make the same secrets of it. */
class RandomnessTest {

    private static final AtomicInteger OPENED = new AtomicInteger();

    /** A generator that says how often one was opened, and gives the same bytes each time: all that it knows is its birth. */
    public static final class Counted extends SecureRandomSpi {

        private static final long serialVersionUID = 1L;

        public Counted() {
            OPENED.incrementAndGet();
        }

        @Override
        protected void engineSetSeed(byte[] seed) {}

        @Override
        protected void engineNextBytes(byte[] bytes) {
            bytes[0] = 1;
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            return new byte[length];
        }
    }

    @Test
    void everyValue_comesOfAGeneratorOpenedForIt_noneOfWhichOutlivesIt() {
        Randomness beforeTheSnapshot = new Randomness();
        Provider counting = new Counting();
        Security.insertProviderAt(counting, 1);
        try {
            beforeTheSnapshot.secret();
            beforeTheSnapshot.id();
            beforeTheSnapshot.salt();
            beforeTheSnapshot.totpSecret();
            beforeTheSnapshot.below(6);
        } finally {
            Security.removeProvider(counting.getName());
        }
        assertThat(OPENED).hasValue(5);
    }

    @Test
    void thePlaceOfSecrets_hasNothingThatASnapshotCouldKeep() {
        assertThat(Randomness.class.getDeclaredFields())
                .extracting(Field::getType)
                .containsOnly(int.class);
    }

    private static final class Counting extends Provider {

        private static final long serialVersionUID = 1L;

        Counting() {
            super("Counting", "1", "opens generators and counts them");
            put("SecureRandom.Counted", Counted.class.getName());
        }
    }
}
