package dev.latchkey.session;

import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Digest;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The opaque bearer token of a challenge: firm, principal and challenge in the clear, so that one read by primary key finds it,
 * and 256 random bits that the table keeps as a hash. It is neither an access token nor a refresh token.
 */
public record ChallengeToken(FirmId firm, Principal principal, String random, String secret) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]+)\\.(~[A-Za-z0-9_~-]+)\\.c([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    /** Parses a token; empty for text that has not its form. */
    public static Optional<ChallengeToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return FirmId.parse(form.group(1))
                .flatMap(firm -> Principal.parse(form.group(2))
                        .map(principal -> new ChallengeToken(firm, principal, form.group(3), form.group(4))));
    }

    /** The token as the client sends it. */
    public String text() {
        return firm.value() + "." + principal.value() + ".c" + random + "." + secret;
    }

    public Key key() {
        return principal.key(firm, "challenge", random);
    }

    String hash() {
        return Digest.sha256(secret);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "ChallengeToken[" + random + "]";
    }
}
