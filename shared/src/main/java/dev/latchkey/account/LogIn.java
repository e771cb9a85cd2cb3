package dev.latchkey.account;

import dev.latchkey.account.LoginReader.LoginContext;
import dev.latchkey.account.PasswordVerifier.Step;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.HashingOverloaded;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.FailedLogins;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logs a client in by address and password. One read; a write that takes a try before the password is judged; one hash,
 * whoever's the address is; and a write that either opens the session or counts the failure. Keys are called only for a
 * right password, and before anything is spent.
 */
public final class LogIn {

    private final Table table;
    private final LoginReader reader;
    private final PasswordVerifier step;
    private final AcceptLogin admitting;
    private final RejectLogin refusing;
    private final Clock clock;

    public LogIn(Table table, PasswordVerifier step, AcceptLogin admitting, RejectLogin refusing, Clock clock) {
        this.table = table;
        this.reader = new LoginReader(table, clock);
        this.step = step;
        this.admitting = admitting;
        this.refusing = refusing;
        this.clock = clock;
    }

    public LoginOutcome logIn(LoginRequest credentials, RequestSource requestSource) {
        LoginAttempt attempt = new LoginAttempt(
                credentials, FailedLogins.of(credentials.firm(), requestSource.sourceIp()), requestSource);
        LoginContext context = reader.find(attempt);
        if (context == null) {
            return new LoginOutcome.NoFirm();
        }
        if (context.firm().refusesAll(AccessRequest.PASSWORD)) {
            return new LoginOutcome.LoginOff();
        }
        Instant now = clock.instant();
        boolean known = context.devices().knows(attempt.tag(), now);
        if (!known && context.failures(attempt, now) instanceof FailedLogins.Decision.Full(Duration retryAfter)) {
            return new LoginOutcome.TooMany(retryAfter);
        }
        PasswordTries counts = PasswordTries.of(
                credentials.firm(), credentials.address(), known ? attempt.tag() : null, requestSource.sourceIp());
        Instant cleared = context.devices().cleared();
        return switch (step.judge(counts, context.stored(), cleared, context.account(), credentials.password(), now)) {
            case Step.Locked(Duration wait) -> new LoginOutcome.Locked(wait);
            case Step.Wrong(PasswordTry one) -> refusing.refuse(attempt, context, one);
            case Step.Right(PasswordTry one) -> admit(attempt, context, one);
        };
    }

    /** What was judged was a password as it stood; where another stands by now, or none may be used, it was wrong. */
    private LoginOutcome admit(LoginAttempt attempt, LoginContext judged, PasswordTry right) {
        try {
            LoginOutcome first = admitOnce(attempt, judged, judged, right, right.succeed());
            return first != null ? first : table.resolve(() -> admitAgain(attempt, judged, right));
        } catch (KeysUnavailable | HashingOverloaded down) {
            step.forgive(right);
            throw down;
        }
    }

    private @Nullable LoginOutcome admitAgain(LoginAttempt attempt, LoginContext judged, PasswordTry right) {
        LoginContext now = reader.find(attempt);
        if (now == null) {
            return new LoginOutcome.NoFirm();
        }
        if (now.firm().refusesAll(AccessRequest.PASSWORD)) {
            step.forgive(right);
            return new LoginOutcome.LoginOff();
        }
        return admitOnce(attempt, judged, now, right, right.succeed(now.stored()));
    }

    private @Nullable LoginOutcome admitOnce(
            LoginAttempt attempt, LoginContext judged, LoginContext now, PasswordTry right, List<Write> succeeding) {
        return now.decision().leadsOn() && now.hasPasswordOf(judged)
                ? admitting.admit(attempt, now, succeeding)
                : refusing.refuse(attempt, now, right);
    }
}
