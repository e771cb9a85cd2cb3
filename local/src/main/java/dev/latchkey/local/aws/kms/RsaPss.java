package dev.latchkey.local.aws.kms;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * RSASSA-PSS over a ready SHA-256 digest, MGF1 with SHA-256 and a salt of 32 bytes (RFC 8017, 9.1), for moduli of 2048
 * bits. Written out because the JDK's own always hashes what it is given.
 */
final class RsaPss {
    private static final int ENCODED = 256;
    private static final int HASH = 32;
    private static final int MASKED = ENCODED - HASH - 1;
    private static final byte TRAILER = (byte) 0xbc;

    private RsaPss() {}

    static byte[] sign(PrivateKey key, byte[] digest) throws GeneralSecurityException {
        byte[] salt = new byte[HASH];
        new SecureRandom().nextBytes(salt);
        byte[] hash = saltedHash(digest, salt);
        byte[] block = new byte[MASKED];
        block[MASKED - HASH - 1] = 1;
        System.arraycopy(salt, 0, block, MASKED - HASH, HASH);
        byte[] encoded = Arrays.copyOf(masked(block, hash), ENCODED);
        System.arraycopy(hash, 0, encoded, MASKED, HASH);
        encoded[ENCODED - 1] = TRAILER;
        Cipher raw = Cipher.getInstance("RSA/ECB/NoPadding");
        raw.init(Cipher.DECRYPT_MODE, key);
        return raw.doFinal(encoded);
    }

    static boolean verifies(PublicKey key, byte[] digest, byte[] signature) {
        if (signature.length != ENCODED) {
            return false;
        }
        try {
            Cipher raw = Cipher.getInstance("RSA/ECB/NoPadding");
            raw.init(Cipher.ENCRYPT_MODE, key);
            return holds(raw.doFinal(signature), digest);
        } catch (GeneralSecurityException outOfRange) {
            return false;
        }
    }

    private static boolean holds(byte[] encoded, byte[] digest) throws GeneralSecurityException {
        byte[] hash = Arrays.copyOfRange(encoded, MASKED, MASKED + HASH);
        byte[] block = masked(Arrays.copyOf(encoded, MASKED), hash);
        byte[] padding = new byte[MASKED - HASH];
        padding[MASKED - HASH - 1] = 1;
        byte[] salt = Arrays.copyOfRange(block, MASKED - HASH, MASKED);
        return encoded[ENCODED - 1] == TRAILER
                && encoded[0] >= 0
                && Arrays.equals(padding, Arrays.copyOf(block, MASKED - HASH))
                && MessageDigest.isEqual(hash, saltedHash(digest, salt));
    }

    private static byte[] saltedHash(byte[] digest, byte[] salt) throws GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(new byte[8]);
        sha.update(digest);
        return sha.digest(salt);
    }

    /** Masks or unmasks; the leftmost bit is cleared so that the number stays below the modulus. */
    private static byte[] masked(byte[] block, byte[] seed) throws GeneralSecurityException {
        byte[] result = block.clone();
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < result.length; i++) {
            if (i % HASH == 0) {
                sha.reset();
                sha.update(seed);
                byte[] counter = BigInteger.valueOf(i / HASH).toByteArray();
                sha.update(new byte[4 - counter.length]);
                byte[] mask = sha.digest(counter);
                for (int j = 0; j < HASH && i + j < result.length; j++) {
                    result[i + j] ^= mask[j];
                }
            }
        }
        result[0] &= 0x7f;
        return result;
    }
}
