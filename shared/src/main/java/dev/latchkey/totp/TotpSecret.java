package dev.latchkey.totp;

import dev.latchkey.crypto.Randomness;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;

/**
 * The secret that an authenticator app and the service share: 160 random bits, as long as the output of SHA-1 (RFC
 * 4226, section 4, R6).
 */
public final class TotpSecret {

    private static final int BYTES = 20;

    private final byte[] bytes;

    private TotpSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static TotpSecret random(Randomness randomness) {
        return of(randomness.totpSecret());
    }

    /** Takes exactly 20 bytes. Any other number is an IllegalArgumentException that doesn't show them. */
    public static TotpSecret of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an authenticator's secret has " + BYTES + " bytes");
        }
        return new TotpSecret(bytes.clone());
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** As people type it into an app: 32 characters of base32 without padding (RFC 4648, section 6). */
    public String base32() {
        return new Base32().encodeToString(bytes);
    }

    /** In constant time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TotpSecret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "TotpSecret";
    }
}
