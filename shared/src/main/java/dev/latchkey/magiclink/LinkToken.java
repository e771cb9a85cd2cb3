package dev.latchkey.magiclink;

import dev.latchkey.crypto.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mailed link carries in its fragment: the link's id and 256 random bits, made when the mail is sent and stored
 * only as a hash. Compared as text, so that a second spelling of the same bits is another token.
 */
public record LinkToken(LinkId id, String secret) {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Empty for anything that cannot be one of ours. */
    public static Optional<LinkToken> parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0 || !SECRET.matcher(text.substring(dot + 1)).matches()) {
            return Optional.empty();
        }
        return LinkId.parse(text.substring(0, dot)).map(id -> new LinkToken(id, text.substring(dot + 1)));
    }

    /** The one string that the mail carries. */
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
