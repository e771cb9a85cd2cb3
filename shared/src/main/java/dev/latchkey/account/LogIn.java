package dev.latchkey.account;

import dev.latchkey.account.LoginReader.Found;
import dev.latchkey.account.PasswordStep.Step;
import dev.latchkey.attempts.FailedLogins;
import dev.latchkey.audit.Origin;
import dev.latchkey.crypto.HashingBusy;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.firm.Credential;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
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
    private final PasswordStep step;
    private final AdmitLogin admitting;
    private final RefuseLogin refusing;
    private final Clock clock;

    public LogIn(Table table, PasswordStep step, AdmitLogin admitting, RefuseLogin refusing, Clock clock) {
        this.table = table;
        this.reader = new LoginReader(table, clock);
        this.step = step;
        this.admitting = admitting;
        this.refusing = refusing;
        this.clock = clock;
    }

    public LoginOutcome logIn(Credentials credentials, Origin origin) {
        Attempt attempt = new Attempt(credentials, FailedLogins.of(credentials.firm(), origin.sourceIp()), origin);
        Found found = reader.find(attempt);
        if (found == null) {
            return new LoginOutcome.NoFirm();
        }
        if (found.firm().refusesAll(Credential.PASSWORD)) {
            return new LoginOutcome.LoginOff();
        }
        Instant now = clock.instant();
        boolean known = found.devices().knows(attempt.tag(), now);
        if (!known && found.failures(attempt, now) instanceof FailedLogins.Verdict.Full(Duration retryAfter)) {
            return new LoginOutcome.TooMany(retryAfter);
        }
        PasswordTries counts = PasswordTries.of(
                credentials.firm(), credentials.address(), known ? attempt.tag() : null, origin.sourceIp());
        Instant cleared = found.devices().cleared();
        return switch (step.judge(counts, found.stored(), cleared, found.account(), credentials.password(), now)) {
            case Step.Locked(Duration wait) -> new LoginOutcome.Locked(wait);
            case Step.Wrong(PasswordTry one) -> refusing.refuse(attempt, found, one);
            case Step.Right(PasswordTry one) -> admit(attempt, found, one);
        };
    }

    /** What was judged was a password as it stood; where another stands by now, or none may be used, it was wrong. */
    private LoginOutcome admit(Attempt attempt, Found judged, PasswordTry right) {
        try {
            LoginOutcome first = admitOnce(attempt, judged, judged, right, right.succeed());
            return first != null ? first : table.resolve(() -> admitAgain(attempt, judged, right));
        } catch (KeysUnavailable | HashingBusy down) {
            step.forgive(right);
            throw down;
        }
    }

    private @Nullable LoginOutcome admitAgain(Attempt attempt, Found judged, PasswordTry right) {
        Found now = reader.find(attempt);
        if (now == null) {
            return new LoginOutcome.NoFirm();
        }
        if (now.firm().refusesAll(Credential.PASSWORD)) {
            step.forgive(right);
            return new LoginOutcome.LoginOff();
        }
        return admitOnce(attempt, judged, now, right, right.succeed(now.stored()));
    }

    private @Nullable LoginOutcome admitOnce(
            Attempt attempt, Found judged, Found now, PasswordTry right, List<Write> succeeding) {
        return now.passage().leadsOn() && now.hasPasswordOf(judged)
                ? admitting.admit(attempt, now, succeeding)
                : refusing.refuse(attempt, now, right);
    }
}
