package dev.latchkey.account;

import dev.latchkey.account.AccountSessions.AuthenticationResult;
import dev.latchkey.account.AccountSessions.StartedSession;
import dev.latchkey.account.LoginReader.LoginContext;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.NewChallenge;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.totp.AuthenticatorItem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets in whoever typed the right password, or asks for what the firm demands besides. {@code null}: decide anew. */
public final class AcceptLogin {

    private static final List<String> AMR = List.of("pwd");

    private final Table table;
    private final PasswordHashing hashing;
    private final AccountSessions sessions;
    private final Randomness randomness;
    private final Clock clock;

    public AcceptLogin(
            Table table, PasswordHashing hashing, AccountSessions sessions, Randomness randomness, Clock clock) {
        this.table = table;
        this.hashing = hashing;
        this.sessions = sessions;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * Only of somebody whose password leads on.
     *
     * @param succeeding what notes that the try succeeded, if anything is left to do for that
     */
    @Nullable
    LoginOutcome admit(LoginAttempt attempt, LoginContext context, List<Write> succeeding) {
        return switch (context.decision()) {
            case GRANTED -> session(attempt, context, succeeding);
            case CODE -> challenge(attempt, context, succeeding, LoginOutcome.TotpRequired::new);
            case ENROLMENT -> challenge(attempt, context, succeeding, LoginOutcome.EnrolmentRequired::new);
            case ENROLMENT_REQUIRED, LOGIN_OFF, REFUSED ->
                throw new IllegalArgumentException("nobody is admitted who is refused");
        };
    }

    private @Nullable LoginOutcome challenge(
            LoginAttempt attempt,
            LoginContext context,
            List<Write> succeeding,
            Function<ChallengeToken, LoginOutcome> outcome) {
        LoginRequest who = attempt.credentials();
        Account account = Objects.requireNonNull(context.account());
        NewChallenge challenge = NewChallenge.ofLogin(
                who.firm(), who.address(), AMR, context.marker(), attempt.tag(), randomness, clock.instant());
        List<Write> writes = new ArrayList<>(succeeding);
        writes.add(challenge.write());
        String upgraded = hashing.upgraded(who.password(), account);
        if (upgraded != null) {
            writes.add(AccountItem.rehash(AccountItem.key(who.firm(), who.address()), account, upgraded));
        }
        return table.commit(writes) == Commit.DONE ? outcome.apply(challenge.token()) : null;
    }

    private @Nullable LoginOutcome session(LoginAttempt attempt, LoginContext context, List<Write> succeeding) {
        Account account = Objects.requireNonNull(context.account());
        LoginRequest who = attempt.credentials();
        Instant now = clock.instant();
        AuthenticationResult result = AuthenticationResult.login(
                context.firm(),
                context.address(),
                AMR,
                context.marker(),
                context.arrival(attempt),
                attempt.requestSource());
        StartedSession opened = sessions.open(result, now);
        String upgraded = hashing.upgraded(who.password(), account);
        List<Write> writes = new ArrayList<>(succeeding);
        writes.addAll(opened.writes());
        writes.add(AccountItem.loggedIn(AccountItem.key(who.firm(), who.address()), account, upgraded, AMR, now));
        writes.add(SessionEpoch.check(who.firm(), who.address(), context.marker()));
        writes.add(AuthenticatorItem.checkNone(AuthenticatorItem.key(who.firm(), who.address())));
        return table.commit(writes) == Commit.DONE
                ? new LoginOutcome.SignedIn(opened.grant(), account.enrolmentSuggested())
                : null;
    }
}
