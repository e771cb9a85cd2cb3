package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.session.Session;
import dev.latchkey.session.TokenResponse;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Replies of all routes that start, refresh or end a session. In cookie mode the refresh token is in the cookie and nowhere
 * else, and the cookie is cleared when the token is worthless.
 */
public final class SessionReply {

    private SessionReply() {}

    /** Signed in. */
    public static Reply of(Request request, TokenResponse grant) {
        return in(request, grant, Reply::ok);
    }

    /** The same with more members. */
    public static Reply of(Request request, TokenResponse grant, Consumer<ObjectNode> more) {
        return in(request, grant, body -> {
            more.accept(body);
            return Reply.ok(body);
        });
    }

    /** Signed in, with a newly created account. */
    public static Reply created(Request request, TokenResponse grant) {
        return in(request, grant, Reply::created);
    }

    private static Reply in(Request request, TokenResponse grant, Function<ObjectNode, Reply> reply) {
        boolean cookie = RefreshCookie.isWanted(request);
        Reply made = reply.apply(body(grant, !cookie));
        return cookie ? made.withCookie(RefreshCookie.of(grant)) : made;
    }

    /** The client is logged out. */
    public static Reply over(Request request) {
        return cleared(request, Reply.noContent());
    }

    /** The refresh token is invalid, for any reason. */
    public static Reply refused(Request request) {
        return cleared(request, Problem.INVALID_TOKEN.reply());
    }

    private static Reply cleared(Request request, Reply reply) {
        return RefreshCookie.isWanted(request) ? reply.withCookie(RefreshCookie.cleared()) : reply;
    }

    private static ObjectNode body(TokenResponse grant, boolean withRefreshToken) {
        Session session = grant.session();
        ObjectNode body = Bodies.object()
                .put("status", "SIGNED_IN")
                .put("accessToken", grant.accessToken())
                .put("tokenType", "Bearer")
                .put("expiresIn", grant.expiresIn());
        if (withRefreshToken) {
            body.put("refreshToken", grant.refreshToken().text());
        }
        body.put("refreshExpiresAt", Bodies.time(grant.refreshExpiresAt()));
        ObjectNode about = body.putObject("session")
                .put("id", session.id().text())
                .put("scope", session.scope().text());
        session.amr().forEach(about.withArray("amr")::add);
        about.put("acr", session.acr());
        Integer left = grant.recoveryCodesLeft();
        if (left != null) {
            body.put("recoveryCodesLeft", left);
        }
        return body;
    }
}
