package dev.latchkey.crypto;

import java.security.SecureRandom;

/**
 * Where every secret and id comes from. A generator is opened for each value, so that nothing seeded before a Lambda
 * snapshot is used after it; on Linux that reads the kernel's generator and costs microseconds.
 */
public final class Randomness {

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final int SALT_BYTES = 16;
    private static final int TOTP_SECRET_BYTES = 20;

    /** 256 random bits in base64url, 43 characters: for bearer secrets. */
    public String secret() {
        return Base64Url.encode(bytes(SECRET_BYTES));
    }

    /** 128 random bits in base64url, 22 characters: for what must be unique and unguessable but is not secret. */
    public String id() {
        return Base64Url.encode(bytes(ID_BYTES));
    }

    /**
     * 128 random bits of salt, which keep equal passwords from hashing alike. A salt is never reused and not secret.
     */
    public byte[] salt() {
        return bytes(SALT_BYTES);
    }

    /** 160 random bits that an authenticator app and the service share (RFC 4226, requirement R6). */
    public byte[] totpSecret() {
        return bytes(TOTP_SECRET_BYTES);
    }

    /** Uniformly distributed from 0 (inclusive) to {@code bound} (exclusive). */
    public int below(int bound) {
        return new SecureRandom().nextInt(bound);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
