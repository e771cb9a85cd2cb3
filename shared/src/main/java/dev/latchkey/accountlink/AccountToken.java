package dev.latchkey.accountlink;

import dev.latchkey.crypto.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The token in the URL fragment of a set-up or reset mail: the id of the link and 256 random bits. These are made when the
 * mail is sent, and only their hash is stored.
 */
public record AccountToken(AccountLinkId id, String secret) {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Empty for anything that can't be such a token. The caller checks its purpose. */
    public static Optional<AccountToken> parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0 || !SECRET.matcher(text.substring(dot + 1)).matches()) {
            return Optional.empty();
        }
        return AccountLinkId.parse(text.substring(0, dot)).map(id -> new AccountToken(id, text.substring(dot + 1)));
    }

    /** The token as text. */
    public String text() {
        return id.text() + "." + secret;
    }

    public String hash() {
        return Digest.sha256(secret);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "AccountToken[" + id.text() + "]";
    }
}
