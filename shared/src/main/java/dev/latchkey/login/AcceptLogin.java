package dev.latchkey.login;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountItem;
import dev.latchkey.account.AccountSessions;
import dev.latchkey.account.AccountSessions.AuthenticationResult;
import dev.latchkey.account.AccountSessions.StartedSession;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.login.LoginReader.LoginContext;
import dev.latchkey.password.PasswordHashing;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.NewChallenge;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Write;
import dev.latchkey.totp.AuthenticatorItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Accepts a login by the right password: opens the session, or begins the challenge that the firm demands besides. */
public final class AcceptLogin {

    private static final List<String> AMR = List.of("pwd");

    private final PasswordHashing hashing;
    private final AccountSessions sessions;
    private final Randomness randomness;

    public AcceptLogin(PasswordHashing hashing, AccountSessions sessions, Randomness randomness) {
        this.hashing = hashing;
        this.sessions = sessions;
        this.randomness = randomness;
    }

    /**
     * Only for a context whose decision leads on.
     *
     * @param succeeding the writes that note the success of the attempt; there may be none
     */
    Decision<LoginOutcome> accept(LoginAttempt attempt, LoginContext context, List<Write> succeeding, Instant now) {
        return switch (context.decision()) {
            case GRANTED -> session(attempt, context, succeeding, now);
            case CODE -> challenge(attempt, context, succeeding, LoginOutcome.TotpRequired::new, now);
            case ENROLMENT -> challenge(attempt, context, succeeding, LoginOutcome.EnrolmentRequired::new, now);
            case ENROLMENT_REQUIRED, LOGIN_OFF, REFUSED ->
                throw new IllegalArgumentException("a refused login is not accepted");
        };
    }

    private Decision<LoginOutcome> challenge(
            LoginAttempt attempt,
            LoginContext context,
            List<Write> succeeding,
            Function<ChallengeToken, LoginOutcome> outcome,
            Instant now) {
        LoginRequest request = attempt.request();
        Account account = Objects.requireNonNull(context.account());
        NewChallenge challenge = NewChallenge.ofLogin(
                request.firm(), request.address(), AMR, context.marker(), attempt.tag(), randomness, now);
        List<Write> writes = new ArrayList<>(succeeding);
        writes.add(challenge.write());
        String upgraded = hashing.upgraded(request.password(), account);
        if (upgraded != null) {
            writes.add(AccountItem.rehash(AccountItem.key(request.firm(), request.address()), account, upgraded));
        }
        return Decision.commit(writes, outcome.apply(challenge.token()));
    }

    private Decision<LoginOutcome> session(
            LoginAttempt attempt, LoginContext context, List<Write> succeeding, Instant now) {
        Account account = Objects.requireNonNull(context.account());
        LoginRequest request = attempt.request();
        AuthenticationResult result = AuthenticationResult.login(
                context.firm(),
                context.address(),
                AMR,
                context.marker(),
                context.arrival(attempt),
                attempt.requestSource());
        StartedSession session = sessions.open(result, now);
        String upgraded = hashing.upgraded(request.password(), account);
        List<Write> writes = new ArrayList<>(succeeding);
        writes.addAll(session.writes());
        writes.add(
                AccountItem.loggedIn(AccountItem.key(request.firm(), request.address()), account, upgraded, AMR, now));
        writes.add(SessionEpoch.check(request.firm(), request.address(), context.marker()));
        writes.add(AuthenticatorItem.checkNone(AuthenticatorItem.key(request.firm(), request.address())));
        return Decision.commit(writes, new LoginOutcome.SignedIn(session.grant(), account.enrolmentSuggested()));
    }
}
