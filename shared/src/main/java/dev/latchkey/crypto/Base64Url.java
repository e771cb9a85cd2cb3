package dev.latchkey.crypto;

import java.util.Base64;

/** Base64url without padding, RFC 4648 section 5. */
public final class Base64Url {

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    /**
     * Whether this is the canonical encoding of its bytes. The JDK's decoder accepts padding and ignores the unused
     * bits of the last character, so several strings decode alike.
     */
    public static boolean isCanonical(String text) {
        try {
            return encode(decode(text)).equals(text);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
