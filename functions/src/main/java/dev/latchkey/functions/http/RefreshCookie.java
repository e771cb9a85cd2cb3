package dev.latchkey.functions.http;

import dev.latchkey.session.RefreshToken;
import dev.latchkey.session.TokenResponse;
import java.util.List;
import java.util.Optional;

/**
 * The refresh token as a cookie, RFC 6265bis: no script can read it, and it is never sent unencrypted, to another host or for
 * another site's page. The prefix of its name keeps neighbouring hosts from setting one.
 */
final class RefreshCookie {

    private static final String WANTED = "cookie";
    private static final String NAME = "__Host-latchkey-refresh";
    private static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";

    private RefreshCookie() {}

    /** Whether the caller sent exactly {@code Latchkey-Refresh: cookie}, once. */
    static boolean isWanted(Request request) {
        return WANTED.equals(request.headers().get("latchkey-refresh"));
    }

    static String of(TokenResponse grant) {
        return NAME + "=" + grant.refreshToken().text() + RULES + grant.refreshExpiresIn();
    }

    static String cleared() {
        return NAME + "=" + RULES + 0;
    }

    /** The token of the one cookie of that name; empty if there is none, or several, or no token in it. */
    static Optional<RefreshToken> in(Request request) {
        List<String> sent = request.values(NAME);
        return sent.size() == 1 ? RefreshToken.parse(sent.getFirst()) : Optional.empty();
    }
}
