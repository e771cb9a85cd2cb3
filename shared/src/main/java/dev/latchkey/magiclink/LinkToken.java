package dev.latchkey.magiclink;

import dev.latchkey.crypto.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The token in the fragment of a mailed link's URL: the link's id and 256 random bits. They are created when the mail is sent
 * and stored only as a hash. Tokens are compared as text, so another encoding of the same bits is another token.
 */
public record LinkToken(LinkId id, String secret) {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Parses a token; empty for text that has not its form. */
    public static Optional<LinkToken> parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0 || !SECRET.matcher(text.substring(dot + 1)).matches()) {
            return Optional.empty();
        }
        return LinkId.parse(text.substring(0, dot)).map(id -> new LinkToken(id, text.substring(dot + 1)));
    }

    /** The token as the mail carries it. */
    public String text() {
        return id.text() + "." + secret;
    }

    String hash() {
        return Digest.sha256(secret);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "LinkToken[" + id.text() + "]";
    }
}
