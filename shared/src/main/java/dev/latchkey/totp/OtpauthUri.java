package dev.latchkey.totp;

import dev.latchkey.contact.Email;
import dev.latchkey.text.Names;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The {@code otpauth:} URI by which an authenticator app takes over a secret, with the firm as issuer and the e-mail
 * address as account. Everything but the unreserved characters of RFC 3986, section 2.3, is percent-encoded: a space as
 * {@code %20}, and also a colon in the firm's name, because the one bare colon of the label separates issuer and
 * account.
 */
public final class OtpauthUri {

    /** In characters, so that the QR code has at most 109 modules per side. */
    private static final int LONGEST = 800;

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final String ELLIPSIS = encoded("…");

    private OtpauthUri() {}

    /**
     * The firm's name is used {@linkplain Names#shown as shown}. If the URI would exceed 800 characters, the name is
     * cut between two code points and ends with an ellipsis, in label and issuer alike. The account is never cut.
     */
    public static String of(String firmName, Email account, TotpSecret secret) {
        String label = encoded(account.address(), LONGEST);
        String bare = uri("", label, secret);
        String issuer = encoded(Names.shown(firmName), (LONGEST - bare.length()) / 2);
        return uri(issuer, label, secret);
    }

    private static String uri(String issuer, String account, TotpSecret secret) {
        return "otpauth://totp/" + issuer + ":" + account + "?secret=" + secret.base32() + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encoded(String text, int most) {
        String whole = encoded(text);
        if (whole.length() <= most) {
            return whole;
        }
        StringBuilder beginning = new StringBuilder();
        int at = 0;
        while (true) {
            int next = text.offsetByCodePoints(at, 1);
            String character = encoded(text.substring(at, next));
            if (beginning.length() + character.length() + ELLIPSIS.length() > most) {
                return beginning + ELLIPSIS;
            }
            beginning.append(character);
            at = next;
        }
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }
}
