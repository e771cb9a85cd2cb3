package dev.latchkey.magiclink;

import dev.latchkey.crypto.Digest;
import dev.latchkey.session.SessionId;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser knows itself by: 43 base64url characters that it made and keeps. Stored only as a hash. */
public record DeviceSecret(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static Optional<DeviceSecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new DeviceSecret(text)) : Optional.empty();
    }

    String hash() {
        return Digest.sha256(value);
    }

    /**
     * The refresh secret of a session that this device opened. The device can have it again by redeeming again, and so
     * gets the same session with a refresh token that is as good as the one it may have lost.
     */
    String refreshSecret(SessionId session) {
        return Digest.hmac(value, "refresh " + session.text());
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "DeviceSecret";
    }
}
