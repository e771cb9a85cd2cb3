package dev.latchkey.crypto;

import java.util.Arrays;

/** Turns the DER signature that KMS gives into the r‖s of JWS, RFC 7518 section 3.4: always 64 bytes for P-256. */
final class EcdsaSignature {

    private static final int COORDINATE = 32;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private EcdsaSignature() {}

    /** Refuses anything but a short-form sequence of two integers of at most 256 bits. */
    static byte[] joseOf(byte[] der) {
        if (der.length < 8 || der[0] != SEQUENCE || der[1] != der.length - 2) {
            throw new IllegalArgumentException("not a P-256 signature in DER");
        }
        byte[] jose = new byte[2 * COORDINATE];
        int afterR = copyInteger(der, 2, jose, 0);
        int afterS = copyInteger(der, afterR, jose, COORDINATE);
        if (afterS != der.length) {
            throw new IllegalArgumentException("trailing bytes after a DER signature");
        }
        return jose;
    }

    private static int copyInteger(byte[] der, int at, byte[] jose, int offset) {
        int start = at + 2;
        if (start > der.length) {
            throw new IllegalArgumentException("a DER signature that breaks off");
        }
        int length = der[at + 1];
        int end = start + length;
        if (der[at] != INTEGER || length < 1 || end > der.length) {
            throw new IllegalArgumentException("not an integer in DER");
        }
        byte[] value = Arrays.copyOfRange(der, der[start] == 0 ? start + 1 : start, end);
        if (value.length > COORDINATE) {
            throw new IllegalArgumentException("an integer too large for P-256");
        }
        System.arraycopy(value, 0, jose, offset + COORDINATE - value.length, value.length);
        return end;
    }
}
