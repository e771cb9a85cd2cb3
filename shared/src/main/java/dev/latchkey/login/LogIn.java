package dev.latchkey.login;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.HashingOverloaded;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.login.LoginReader.LoginContext;
import dev.latchkey.password.PasswordAttempt;
import dev.latchkey.password.PasswordBudgets;
import dev.latchkey.password.PasswordVerifier;
import dev.latchkey.password.PasswordVerifier.Step;
import dev.latchkey.store.Basis;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.throttling.FailedLogins;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Logs a client in by address and password. It reads once, reserves an attempt by a write before it checks the password,
 * hashes once, for an unknown address too, and commits a transaction that either opens the session or counts the failure.
 * KMS is called only for a right password, and before anything is spent.
 */
public final class LogIn {

    private final Table table;
    private final LoginReader reader;
    private final PasswordVerifier passwords;
    private final AcceptLogin accepting;
    private final RejectLogin rejecting;
    private final Clock clock;

    public LogIn(Table table, PasswordVerifier passwords, AcceptLogin accepting, RejectLogin rejecting, Clock clock) {
        this.table = table;
        this.reader = new LoginReader(table, clock);
        this.passwords = passwords;
        this.accepting = accepting;
        this.rejecting = rejecting;
        this.clock = clock;
    }

    public LoginOutcome logIn(LoginRequest request, RequestSource requestSource) {
        LoginAttempt attempt =
                new LoginAttempt(request, FailedLogins.of(request.firm(), requestSource.sourceIp()), requestSource);
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
        PasswordBudgets budgets = PasswordBudgets.of(
                request.firm(), request.address(), known ? attempt.tag() : null, requestSource.sourceIp());
        Instant cleared = context.devices().cleared();
        return switch (passwords.judge(
                budgets, context.stored(), cleared, context.account(), request.password(), now)) {
            case Step.Locked(Duration wait) -> new LoginOutcome.Locked(wait);
            case Step.Wrong(PasswordAttempt one) -> reject(attempt, context, one);
            case Step.Right(PasswordAttempt one) -> accept(attempt, context, one);
        };
    }

    /** In a later round only the failures of the source are read again. */
    private LoginOutcome reject(LoginAttempt attempt, LoginContext context, PasswordAttempt wrong) {
        Key failures = attempt.source().key();
        return table.decide(
                context.stored(),
                _ -> table.read(List.of(failures)),
                read -> rejecting.reject(attempt, context, wrong, read, clock.instant()));
    }

    private LoginOutcome accept(LoginAttempt attempt, LoginContext judged, PasswordAttempt right) {
        try {
            LoginOutcome outcome = table.decide(
                    Basis.judged(judged),
                    _ -> Basis.reread(reader.find(attempt), LoginContext::stored),
                    basis -> decide(attempt, judged, right, basis));
            if (outcome instanceof LoginOutcome.LoginOff) {
                passwords.forgive(right);
            }
            return outcome;
        } catch (KeysUnavailable | HashingOverloaded down) {
            passwords.forgive(right);
            throw down;
        }
    }

    /** The password was right when it was checked. It is rejected if another one is set by now, or if none may be used. */
    private Decision<LoginOutcome> decide(
            LoginAttempt attempt, LoginContext judged, PasswordAttempt right, Basis<LoginContext> basis) {
        LoginContext context = basis.found();
        if (context == null) {
            return Decision.answer(new LoginOutcome.NoFirm());
        }
        if (context.firm().refusesAll(AccessRequest.PASSWORD)) {
            return Decision.answer(new LoginOutcome.LoginOff());
        }
        Instant now = clock.instant();
        return context.decision().leadsOn() && context.hasPasswordOf(judged)
                ? accepting.accept(attempt, context, right.succeed(basis.reread()), now)
                : rejecting.reject(attempt, context, right, context.stored(), now);
    }
}
