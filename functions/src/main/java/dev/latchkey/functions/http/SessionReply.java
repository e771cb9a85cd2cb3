package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.session.Session;
import dev.latchkey.session.TokenResponse;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How every route answers that lets a client in, keeps them in or lets them out. To a caller in cookie mode the refresh
 * token goes in the cookie and nowhere else, and the cookie goes when the token is worth nothing any more.
 */
public final class SessionReply {

    private SessionReply() {}

    /** The client is in. */
    public static Reply of(Request request, TokenResponse grant) {
        return in(request, grant, Reply::ok);
    }

    /** The same, and more is told. */
    public static Reply of(Request request, TokenResponse grant, Consumer<ObjectNode> more) {
        return in(request, grant, body -> {
            more.accept(body);
            return Reply.ok(body);
        });
    }

    /** The client is in, with an account that was not there before. */
    public static Reply created(Request request, TokenResponse grant) {
        return in(request, grant, Reply::created);
    }

    private static Reply in(Request request, TokenResponse grant, Function<ObjectNode, Reply> reply) {
        boolean cookie = RefreshCookie.isWanted(request);
        Reply made = reply.apply(body(grant, !cookie));
        return cookie ? made.withCookie(RefreshCookie.of(grant)) : made;
    }

    /** The client has logged out. */
    public static Reply over(Request request) {
        return cleared(request, Reply.noContent());
    }

    /** The refresh token is not good, whatever the reason. */
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
