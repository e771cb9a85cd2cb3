package dev.latchkey.device;

import dev.latchkey.crypto.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser knows itself by: 43 base64url characters that it, or we for it, made and it keeps. It proves nothing but
 * that it is the same browser.
 */
public record DeviceSecret(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static Optional<DeviceSecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new DeviceSecret(text)) : Optional.empty();
    }

    /**
     * As it is stored with a link or an address: a hash of HMAC-SHA-256, so that the table tells of no two links, and of no
     * two firms, that they were the same browser's.
     *
     * @param about the link's id, or the address's key
     */
    public String tag(String about) {
        return Digest.sha256(Digest.hmac(value, about));
    }

    /**
     * The refresh secret of a session that this device opened by a link. The device can have it again by redeeming again, and
     * so gets the same session with a refresh token that is as good as the one it may have lost.
     *
     * @param session the session's id
     */
    public String refreshSecret(String session) {
        return Digest.hmac(value, "refresh " + session);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "DeviceSecret";
    }
}
