package dev.latchkey.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.crypto.Randomness;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotpSecretTest {

    private static final byte[] ASCII = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void fiveHundredSecrets_haveTwentyBytesEachAndDiffer() {
        Randomness randomness = new Randomness();
        Set<TotpSecret> secrets = new HashSet<>();
        while (secrets.size() < 500) {
            TotpSecret secret = TotpSecret.random(randomness);
            assertThat(secret.bytes()).hasSize(20);
            assertThat(secrets.add(secret)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 16, 19, 21, 32})
    void anotherNumberOfBytes_isRefused(int count) {
        assertThatThrownBy(() -> TotpSecret.of(new byte[count])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inBase32_itHasThirtyTwoCharactersAndNoPadding() {
        assertThat(TotpSecret.of(ASCII).base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(TotpSecret.of(new byte[20]).base32()).isEqualTo("A".repeat(32));
        assertThat(TotpSecret.random(new Randomness()).base32()).matches("[A-Z2-7]{32}");
    }

    @Test
    void whoeverChangesTheBytesGivenOrTaken_doesNotChangeTheSecret() {
        byte[] given = ASCII.clone();
        TotpSecret secret = TotpSecret.of(given);
        given[0] = 0;
        secret.bytes()[1] = 0;
        assertThat(secret.bytes()).isEqualTo(ASCII);
    }

    @Test
    void secretsOfTheSameBytes_areEqual_andOfOthersNot() {
        byte[] other = ASCII.clone();
        other[19]++;
        assertThat(TotpSecret.of(ASCII)).isEqualTo(TotpSecret.of(ASCII)).hasSameHashCodeAs(TotpSecret.of(ASCII));
        assertThat(TotpSecret.of(ASCII)).isNotEqualTo(TotpSecret.of(other)).isNotEqualTo(null);
    }

    @Test
    void asText_itShowsNothing() {
        assertThat(TotpSecret.of(ASCII)).hasToString("TotpSecret");
    }
}
