package dev.latchkey.staff;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** Numbers as octets, and back. */
final class Numbers {

    private Numbers() {}

    /** In just so many octets; refuses a number that needs more. */
    static byte[] fixed(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        int from = signed.length > length && signed[0] == 0 ? 1 : 0;
        if (number.signum() < 0 || signed.length - from > length) {
            throw new IllegalArgumentException("does not fit");
        }
        byte[] fixed = new byte[length];
        System.arraycopy(signed, from, fixed, length - (signed.length - from), signed.length - from);
        return fixed;
    }

    static BigInteger of(byte[] octets) {
        return new BigInteger(1, octets);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
