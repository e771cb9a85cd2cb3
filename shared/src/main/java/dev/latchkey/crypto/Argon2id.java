package dev.latchkey.crypto;

import java.security.MessageDigest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, RFC 9106, for passwords. A hash contains its salt and cost, so the cost can be raised and old hashes still
 * verify. Every call uses the memory of its cost and nearly all of one processor; {@link HashingConcurrency} limits how
 * many run at once.
 *
 * <p>The caller normalises and encodes the password. Nothing is trimmed or cut here, and unlike with PBKDF2 a trailing
 * NUL counts.
 */
public final class Argon2id {

    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    private final Randomness randomness;
    private final Argon2Cost current;
    private final String nobodys;

    /** @param current what new hashes cost; any other is outdated */
    public Argon2id(Randomness randomness, Argon2Cost current) {
        this.randomness = randomness;
        this.current = current;
        this.nobodys = PhcString.of(current, new byte[SALT_BYTES], new byte[TAG_BYTES]);
    }

    /** A PHC string under a salt of its own, at the current cost. */
    public String hash(byte[] password) {
        byte[] salt = randomness.salt();
        return PhcString.of(current, salt, tag(password, current, salt, TAG_BYTES));
    }

    /**
     * Computes the hash at the cost that the stored hash names, and compares in constant time.
     *
     * @throws IllegalStateException if the stored hash is none of this service's, or names a cost that could exhaust it
     */
    public boolean verify(byte[] password, String phc) {
        PhcString stored = PhcString.parse(phc);
        byte[] expected = stored.tag();
        return MessageDigest.isEqual(expected, tag(password, stored.cost(), stored.salt(), expected.length));
    }

    /** Takes as long as {@link #verify} with a current hash and is always false: for addresses without an account. */
    public boolean spend(byte[] password) {
        verify(password, nobodys);
        return false;
    }

    /** Whether the next right password should be hashed anew; throws as {@link #verify} does. */
    public boolean isOutdated(String phc) {
        PhcString stored = PhcString.parse(phc);
        return !stored.cost().equals(current) || stored.salt().length != SALT_BYTES || stored.tag().length != TAG_BYTES;
    }

    private static byte[] tag(byte[] password, Argon2Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] tag = new byte[length];
        generator.generateBytes(password, tag);
        return tag;
    }
}
