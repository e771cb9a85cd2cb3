package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Problems that a caller can get, RFC 9457. The code is the contract; title and detail are for people. */
public enum Problem {
    INVALID_REQUEST(400, "The request is not valid."),
    INVALID_CURSOR(400, "This cursor was not given for this list. Begin anew."),
    INVALID_TOKEN(401, "Sign in again: the token is missing, not valid or no longer good."),
    INVALID_CREDENTIALS(401, "Address or password is wrong, or there is no such account."),
    INVALID_CODE(401, "That is not the code, or it was used."),
    ENROLMENT_REQUIRED(403, "The firm asks for a second factor, and you have none yet. Sign in with your password."),
    INSUFFICIENT_SCOPE(403, "A link does not reach this. Sign in with your password."),
    LOGIN_OFF(403, "This firm lets its clients in by mailed links only."),
    TOTP_REQUIRED_BY_FIRM(403, "The firm asks for a second factor: replace it, or ask the firm to reset it."),
    PLAN_DOES_NOT_ALLOW(403, "The firm's plan does not include this access mode."),
    FORBIDDEN(403, "Your role does not allow this."),
    NOT_FOUND(404, "There is no such thing here."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method."),
    LINK_CLAIMED(409, "This link was opened on another device. Ask for a fresh one."),
    ACCOUNT_EXISTS(409, "There is an account for this address already."),
    NO_ACCOUNT(409, "There is no account for this address."),
    NOT_ENROLLED(409, "There is no authenticator app."),
    NO_ENROLMENT_PENDING(409, "No authenticator app waits for its first code. Begin anew."),
    ALREADY_ISSUED(409, "This code was shown when it was issued. Issue another."),
    LINK_EXPIRED(410, "This link is too old, or was withdrawn. Ask for a fresh one."),
    LINK_SUPERSEDED(410, "A newer link took this one's place. Use the newest mail."),
    LINK_USED(410, "This link was used, and what it opened has ended. Ask for a fresh one."),
    VERSION_MISMATCH(412, "The settings were changed since you read them. Read them again."),
    PAYLOAD_TOO_LARGE(413, "The body is larger than 16 KiB."),
    UNSUPPORTED_MEDIA_TYPE(415, "Send application/json in UTF-8."),
    NO_ADDRESS(422, "The contact does not have that e-mail address."),
    ADDRESS_UNDELIVERABLE(422, "Mail to this address comes back. Correct it, or have mail sent again."),
    EMAIL_REQUIRED(422, "The contact has several addresses: say which."),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for another request."),
    PASSWORD_REJECTED(422, "This password is not good enough: the reason says why."),
    PRECONDITION_REQUIRED(428, "Say which version you read, by If-Match with its ETag."),
    TOO_MANY_ATTEMPTS(429, "Too many attempts. Wait a little."),
    TOO_MANY_REQUESTS(429, "Too many requests. Wait a little."),
    INTERNAL_ERROR(500, "Something went wrong on our side."),
    SERVICE_UNAVAILABLE(503, "A part of the service does not answer. Try again shortly.");

    private static final String TYPE = "https://latchkey.dev/problems/";
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String RETRY_SECONDS = "2";

    private final int status;
    private final String detail;

    Problem(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    /** The machine-readable code, like {@code link-claimed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Reply reply() {
        return reply(StrictJson.object());
    }

    /** The reply with one more member. */
    public Reply reply(String member, long value) {
        return reply(StrictJson.object().put(member, value));
    }

    /** The reply with one more member. */
    public Reply reply(String member, String value) {
        return reply(StrictJson.object().put(member, value));
    }

    /** The reply with the time until a retry may succeed, rounded up to whole seconds. */
    public Reply retryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
        return reply().with("Retry-After", Long.toString(seconds));
    }

    /** The reply with more members for this code. The request id is added when it is sent. */
    public Reply reply(ObjectNode members) {
        ObjectNode body = StrictJson.object();
        body.put("type", TYPE + code());
        body.put("title", code().replace('-', ' '));
        body.put("status", status);
        body.put("code", code());
        body.put("detail", detail);
        body.setAll(members);
        Reply reply = new Reply(status, Map.of("Content-Type", MEDIA_TYPE), body);
        return switch (this) {
            case INVALID_TOKEN -> reply.with("WWW-Authenticate", "Bearer");
            case SERVICE_UNAVAILABLE -> reply.with("Retry-After", RETRY_SECONDS);
            default -> reply;
        };
    }
}
