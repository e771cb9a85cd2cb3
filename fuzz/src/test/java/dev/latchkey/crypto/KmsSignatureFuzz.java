package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;

/** What KMS gives as a signature becomes the 64 bytes of JWS that stand for the same two numbers, or is refused. */
public final class KmsSignatureFuzz {

    private KmsSignatureFuzz() {}

    /** Bytes are one signature in DER. */
    public static void fuzzerTestOneInput(byte[] data) {
        byte[] jose;
        try {
            jose = EcdsaSignature.joseOf(data);
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertThat(jose).hasSize(64);
        int r = data[3];
        assertThat(number(Arrays.copyOfRange(data, 4, 4 + r))).isEqualTo(number(Arrays.copyOf(jose, 32)));
        assertThat(number(Arrays.copyOfRange(data, 6 + r, data.length)))
                .isEqualTo(number(Arrays.copyOfRange(jose, 32, 64)));
    }

    private static BigInteger number(byte[] unsigned) {
        return new BigInteger(1, unsigned);
    }
}
