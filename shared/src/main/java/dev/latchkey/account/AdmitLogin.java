package dev.latchkey.account;

import dev.latchkey.account.LoginReader.Found;
import dev.latchkey.account.PortalSessions.Opened;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.session.NewChallenge;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets in whoever typed the right password, or asks for what the firm demands besides. {@code null}: decide anew. */
public final class AdmitLogin {

    private static final List<String> AMR = List.of("pwd");

    private final Table table;
    private final PasswordHashing hashing;
    private final PortalSessions sessions;
    private final Randomness randomness;
    private final Clock clock;

    public AdmitLogin(
            Table table, PasswordHashing hashing, PortalSessions sessions, Randomness randomness, Clock clock) {
        this.table = table;
        this.hashing = hashing;
        this.sessions = sessions;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** @param forgiving what gives the try back, if anything is left to do for that */
    @Nullable
    LoginOutcome admit(Attempt attempt, Found found, List<Write> forgiving) {
        return found.firm().demandsSecondFactor()
                ? challenge(attempt, found, forgiving)
                : session(attempt, found, forgiving);
    }

    private @Nullable LoginOutcome challenge(Attempt attempt, Found found, List<Write> forgiving) {
        Credentials who = attempt.credentials();
        NewChallenge challenge =
                NewChallenge.of(who.firm(), who.address(), AMR, found.bond(), randomness, clock.instant());
        List<Write> writes = new ArrayList<>(forgiving);
        writes.add(challenge.write());
        return table.commit(writes) == Commit.DONE ? new LoginOutcome.EnrolmentRequired(challenge.token()) : null;
    }

    private @Nullable LoginOutcome session(Attempt attempt, Found found, List<Write> forgiving) {
        Account account = Objects.requireNonNull(found.account());
        Credentials who = attempt.credentials();
        Instant now = clock.instant();
        String subject = account.subject(found.address().standings());
        Opened opened = sessions.open(found.firm(), found.address(), subject, AMR, found.bond(), attempt.origin(), now);
        String upgraded = hashing.upgraded(who.password(), account);
        List<Write> writes = new ArrayList<>(forgiving);
        writes.addAll(opened.writes());
        writes.add(AccountItem.loggedIn(AccountItem.key(who.firm(), who.address()), account, upgraded, AMR, now));
        return table.commit(writes) == Commit.DONE ? new LoginOutcome.SignedIn(opened.grant()) : null;
    }
}
