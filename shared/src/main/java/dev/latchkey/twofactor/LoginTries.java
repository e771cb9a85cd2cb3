package dev.latchkey.twofactor;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.Tries;
import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes a try of a half-finished login together with one of the account's budget, before any code is judged: whoever
 * guesses over many logins at once is held to the one budget.
 */
public final class LoginTries {

    /** How it ended. */
    sealed interface Reserved {

        /** No code is judged. */
        record Refused(VerifyOutcome outcome) implements Reserved {}

        /** One code may be judged. */
        record Held(OpenLogin login, Taking.Taken taken) implements Reserved {}
    }

    private final Table table;
    private final OpenLogins logins;
    private final Tries tries;
    private final Clock clock;

    public LoginTries(Table table, Tries tries, NotBefore notBefore, Clock clock) {
        this.table = table;
        this.logins = new OpenLogins(table, notBefore);
        this.tries = tries;
        this.clock = clock;
    }

    /** @param refusal why no code of this login is judged, {@code null} for no reason; costs no try */
    Reserved reserve(
            ChallengeToken token,
            AttemptBudget.Authenticator sort,
            Function<OpenLogin, @Nullable VerifyOutcome> refusal) {
        AttemptBudget budget = AttemptBudget.of(sort, token.firm(), token.holder());
        return table.resolve(() -> reserveOnce(token, budget, refusal));
    }

    private @Nullable Reserved reserveOnce(
            ChallengeToken token, AttemptBudget budget, Function<OpenLogin, @Nullable VerifyOutcome> refusal) {
        Instant now = clock.instant();
        OpenLogin login = logins.find(token, budget, now);
        if (login == null) {
            return new Reserved.Refused(new VerifyOutcome.Over());
        }
        VerifyOutcome refused = refusal.apply(login);
        if (refused != null) {
            return new Reserved.Refused(refused);
        }
        Taking taking =
                tries.takeWith(login.challenge().take(), budget, login.stored().get(budget.key()), now);
        return switch (taking) {
            case null -> null;
            case Taking.Locked(Duration wait) -> new Reserved.Refused(new VerifyOutcome.Locked(wait));
            case Taking.Taken taken -> new Reserved.Held(login, taken);
        };
    }

    /** The login as it is now; {@code null} where it is over. */
    @Nullable
    OpenLogin again(Reserved.Held held) {
        return logins.find(held.login().token(), held.taken().budget(), clock.instant());
    }

    /** A code that could not be judged costs no try, neither of the login nor of the account. */
    void giveBack(Reserved.Held held) {
        table.resolve(() -> giveBackOnce(held));
    }

    private @Nullable Commit giveBackOnce(Reserved.Held held) {
        Key budget = held.taken().budget().key();
        Snapshot now = table.read(budget, held.login().token().key());
        Challenge challenge = Challenge.read(
                held.login().token(), now.get(held.login().token().key()));
        List<Write> writes = new ArrayList<>();
        Write back = held.taken().budget().giveBack(now.get(budget));
        if (back != null) {
            writes.add(back);
        }
        if (challenge != null && challenge.tries() > 0) {
            writes.add(challenge.giveBack());
        }
        return writes.isEmpty() || table.commitOnce(writes) == Commit.DONE ? Commit.DONE : null;
    }
}
