package dev.latchkey.account;

import dev.latchkey.crypto.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a set-up or reset mail carries in its link's fragment: the link's id and 256 random bits, made when the mail is sent
 * and stored only as a hash.
 */
public record AccountToken(AccountLinkId id, String secret) {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Empty for anything that cannot be one of ours. What it is for, whoever uses it judges. */
    public static Optional<AccountToken> parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0 || !SECRET.matcher(text.substring(dot + 1)).matches()) {
            return Optional.empty();
        }
        return AccountLinkId.parse(text.substring(0, dot)).map(id -> new AccountToken(id, text.substring(dot + 1)));
    }

    /** The one string that the mail carries. */
    String text() {
        return id.text() + "." + secret;
    }

    String hash() {
        return Digest.sha256(secret);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "AccountToken[" + id.text() + "]";
    }
}
