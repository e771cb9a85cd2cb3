package dev.latchkey.functions.http;

import dev.latchkey.session.RefreshToken;
import java.util.List;

/**
 * Guards refresh and logout for browsers that keep the refresh token in a cookie. A browser sends a cookie for any page, so the
 * page is checked before the cookie.
 */
public final class RefreshCookieGuard {

    private static final String FOREIGN_PAGE = "Only pages of an allowed origin may use the refresh cookie.";

    private final List<String> allowedOrigins;

    public RefreshCookieGuard(List<String> allowedOrigins) {
        this.allowedOrigins = allowedOrigins;
    }

    /** Whether the caller asks for the cookie, by a header that no form can send. A cookie alone doesn't count. */
    public boolean isMeant(Request request) {
        return RefreshCookie.isWanted(request);
    }

    /**
     * Returns the cookie's token, or refuses: 403 without exactly one {@code Origin} that equals an allowed one; 400 if a body
     * or a bearer came too, which could name another session; 401 without exactly one cookie that holds a token.
     */
    public RefreshToken admit(Request request) {
        if (!allowedOrigins.contains(request.headers().getOrDefault("origin", ""))) {
            throw new ProblemException(Problem.FORBIDDEN.reply(Bodies.object().put("detail", FOREIGN_PAGE)));
        }
        if (!request.body().isEmpty()) {
            throw Fields.invalid("", "must be left out: the token is in the cookie");
        }
        if (request.headers().containsKey("authorization")) {
            throw Fields.invalid("Authorization", "must be left out: the token is in the cookie");
        }
        return RefreshCookie.in(request).orElseThrow(() -> new ProblemException(SessionReply.refused(request)));
    }
}
