package dev.latchkey.account;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.TotpCode;
import dev.latchkey.authenticator.TotpStep;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves a client who is in once more before something grave: by the password, and by a code where there is an
 * authenticator. Both count as at login, and are spent with what they are asked for.
 */
public final class Reauthentication {

    /** How it ended. Nothing of it is spent but what was wrong. */
    public sealed interface Outcome {

        /** Too many passwords or codes were wrong. */
        record Locked(Duration retryAfter) implements Outcome {}

        record WrongPassword() implements Outcome {}

        /** The code is wrong, or missing. */
        record WrongCode() implements Outcome {}

        /** Both are right. */
        record Proven(Proof proof) implements Outcome {}
    }

    private final PasswordStep passwords;
    private final TotpStep codes;
    private final CodeRefusal refusal;
    private final Table table;
    private final AccountEvents events;
    private final Clock clock;

    public Reauthentication(Table table, PasswordStep passwords, TotpStep codes, AccountEvents events, Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.codes = codes;
        this.refusal = new CodeRefusal(table, events);
        this.events = events;
        this.clock = clock;
    }

    /** Judges the password, and then the code; a code that is missing costs no try. */
    public Outcome prove(Insider who, Password password, @Nullable TotpCode code, Origin origin) {
        Authenticator authenticator = who.authenticator();
        if (authenticator != null && code == null) {
            return new Outcome.WrongCode();
        }
        PasswordStep.Step step = passwords.judge(
                who.passwordTries(), who.stored(), who.cleared(), who.account(), password, clock.instant());
        return switch (step) {
            case PasswordStep.Step.Locked(Duration wait) -> new Outcome.Locked(wait);
            case PasswordStep.Step.Wrong(PasswordTry one) -> wrong(who, one, origin);
            case PasswordStep.Step.Right(PasswordTry one) ->
                authenticator == null || code == null
                        ? new Outcome.Proven(new Proof(one, null, null))
                        : code(who, authenticator, one, code, origin);
        };
    }

    /** Nothing came of it: what was right is forgiven all the same. */
    public void abandon(Insider who, Proof proof) {
        passwords.forgive(proof.password());
        if (proof.code() != null) {
            codes.forgive(who.firm(), who.holder(), proof.code().taken());
        }
    }

    private Outcome code(Insider who, Authenticator authenticator, PasswordTry password, TotpCode code, Origin origin) {
        try {
            AttemptBudget budget = who.codeBudget();
            TotpStep.Step step = codes.judge(
                    who.firm(), who.holder(), authenticator, who.stored().get(budget.key()), code, clock.instant());
            return switch (step) {
                case TotpStep.Step.Right right -> new Outcome.Proven(new Proof(password, authenticator, right));
                case TotpStep.Step.Locked(Duration wait) -> {
                    passwords.forgive(password);
                    yield new Outcome.Locked(wait);
                }
                case TotpStep.Step.Wrong(Taking.Taken taken) -> {
                    passwords.forgive(password);
                    refusal.refuse(budget, taken, who.about(), origin, clock.instant());
                    yield new Outcome.WrongCode();
                }
            };
        } catch (KeysUnavailable unjudged) {
            passwords.forgive(password);
            throw unjudged;
        }
    }

    private Outcome wrong(Insider who, PasswordTry one, Origin origin) {
        List<Write> writes = new ArrayList<>(one.fail());
        writes.add(events.wrongPassword(who.about(), origin, clock.instant()));
        if (one.locksEverybody()) {
            writes.add(events.locked(who.about(), "password", origin, clock.instant()));
        }
        table.commit(writes);
        return new Outcome.WrongPassword();
    }
}
