package dev.latchkey.device;

import dev.latchkey.crypto.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret of a browser: 43 base64url characters that it generated, or we did for it, and that it keeps. It proves only that
 * it is the same browser.
 */
public record DeviceSecret(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static Optional<DeviceSecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new DeviceSecret(text)) : Optional.empty();
    }

    /**
     * The tag that is stored with a link or an address: a hash of HMAC-SHA-256, so that the table does not reveal that two
     * links, or two firms, had the same browser.
     *
     * @param about the link's id, or the address's key
     */
    public String tag(String about) {
        return Digest.sha256(Digest.hmac(value, about));
    }

    /**
     * The refresh secret of a session that this device opened by a link. The device gets the same secret when it redeems the
     * link again, and so the same session with a valid refresh token, even if it lost the first reply.
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
