package dev.latchkey.twofactor;

import dev.latchkey.crypto.NotBefore;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.store.Basis;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.throttling.AttemptReservations;
import dev.latchkey.throttling.AttemptReservations.ReservationOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reserves an attempt of a pending login together with one of the account's budget, before any code is judged. So
 * guessing over many logins at once is limited by the one budget.
 */
public final class ChallengeAttempts {

    /** The outcome of a reservation. */
    sealed interface Reserved {

        /** No code is judged. */
        record Refused(VerifyOutcome outcome) implements Reserved {}

        /** One code may be judged. */
        record Held(PendingLogin login, ReservationOutcome.Taken taken) implements Reserved {}
    }

    /** Why no code of this login is judged; {@code null} where one may be. */
    interface Refusal {

        @Nullable
        VerifyOutcome of(PendingLogin login, Instant now);
    }

    private final Table table;
    private final PendingLoginReader logins;
    private final AttemptReservations reservations;
    private final Clock clock;

    public ChallengeAttempts(Table table, AttemptReservations reservations, NotBefore notBefore, Clock clock) {
        this.table = table;
        this.logins = new PendingLoginReader(table, notBefore);
        this.reservations = reservations;
        this.clock = clock;
    }

    /** A refusal costs no attempt. */
    Reserved reserve(ChallengeToken token, AttemptBudget.Factor factor, Refusal refusal) {
        AttemptBudget budget = AttemptBudget.of(factor, token.firm(), token.principal());
        return table.decide(() -> decide(token, budget, refusal));
    }

    private Decision<Reserved> decide(ChallengeToken token, AttemptBudget budget, Refusal refusal) {
        Instant now = clock.instant();
        PendingLogin login = logins.find(token, budget, now);
        if (login == null) {
            return Decision.answer(new Reserved.Refused(new VerifyOutcome.Over()));
        }
        VerifyOutcome refused = refusal.of(login, now);
        if (refused != null) {
            return Decision.answer(new Reserved.Refused(refused));
        }
        return reservations
                .takeWith(login.challenge().take(), budget, login.stored().get(budget.key()), now)
                .map(outcome -> switch (outcome) {
                    case ReservationOutcome.Locked(Duration wait) ->
                        new Reserved.Refused(new VerifyOutcome.Locked(wait));
                    case ReservationOutcome.Taken taken -> new Reserved.Held(login, taken);
                });
    }

    /** Reads the login again, for a later round. */
    Basis<PendingLogin> reread(Reserved.Held held) {
        return Basis.reread(
                logins.find(held.login().token(), held.taken().budget(), clock.instant()), PendingLogin::stored);
    }

    /** Gives the attempt back to the login and to the account, because its code could not be judged. */
    void giveBack(Reserved.Held held) {
        table.decide(() -> decideGivingBack(held));
    }

    private Decision<Commit> decideGivingBack(Reserved.Held held) {
        Key budget = held.taken().budget().key();
        ItemBatch now = table.read(budget, held.login().token().key());
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
        return writes.isEmpty() || table.commitOnce(writes) == Commit.DONE
                ? Decision.answer(Commit.DONE)
                : Decision.overtaken();
    }
}
