package dev.latchkey.reauthentication;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.password.Password;
import dev.latchkey.password.PasswordAttempt;
import dev.latchkey.password.PasswordVerifier;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.RecoveryCode;
import dev.latchkey.totp.SecondFactorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the client of a session once more before a critical change: by the password, and by a second factor if there is
 * an authenticator. Both count as at login, and are spent in the transaction of the change.
 */
public final class Reauthentication {

    /** The result. Only what was wrong is spent. */
    public sealed interface Outcome {

        /** Both are right. */
        record Proven(ReauthenticationProof proof) implements Outcome {}

        record Failed(ReauthenticationFailure why) implements Outcome {}
    }

    private final PasswordVerifier passwords;
    private final SecondFactorVerifier codes;
    private final Table table;
    private final AccountEvents events;
    private final Clock clock;

    public Reauthentication(
            Table table, PasswordVerifier passwords, SecondFactorVerifier codes, AccountEvents events, Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.codes = codes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Checks the password, and then the code. Without an authenticator, a code of the app is ignored and a recovery code is
     * refused: it would be spent for nothing.
     */
    public Outcome prove(
            AuthenticatedAccount who, Password password, @Nullable SecondFactorCode code, RequestSource requestSource) {
        Authenticator authenticator = who.authenticator();
        if (authenticator == null ? code instanceof RecoveryCode : code == null) {
            return new Outcome.Failed(new ReauthenticationFailure.CodeNotJudged());
        }
        PasswordVerifier.Step step = passwords.judge(
                who.passwordBudgets(), who.stored(), who.cleared(), who.account(), password, clock.instant());
        return switch (step) {
            case PasswordVerifier.Step.Locked(Duration wait) ->
                new Outcome.Failed(new ReauthenticationFailure.Locked(wait));
            case PasswordVerifier.Step.Wrong(PasswordAttempt one) -> wrong(who, one, requestSource);
            case PasswordVerifier.Step.Right(PasswordAttempt one) ->
                authenticator == null || code == null
                        ? new Outcome.Proven(new ReauthenticationProof(one, null))
                        : factor(who, authenticator, one, code, requestSource);
        };
    }

    /**
     * Checks a proof again by what is stored now. {@code null} if it still holds; otherwise its attempts are settled.
     *
     * @param now the account as it is now
     */
    public @Nullable ReauthenticationFailure overtaken(
            AuthenticatedAccount then,
            AuthenticatedAccount now,
            ReauthenticationProof proof,
            RequestSource requestSource) {
        if (now.account().passwordVersion() != then.account().passwordVersion()) {
            abandon(proof);
            return new ReauthenticationFailure.WrongPassword();
        }
        FactorProof factor = proof.factor();
        ReauthenticationFailure failure = factor == null ? null : codes.overtaken(then, now, factor, requestSource);
        if (failure != null) {
            passwords.forgive(proof.password());
        }
        return failure;
    }

    /** Forgives the attempts of a proof that was right though the request was not carried out. */
    public void abandon(ReauthenticationProof proof) {
        passwords.forgive(proof.password());
        if (proof.factor() != null) {
            codes.forgive(proof.factor().taken());
        }
    }

    private Outcome factor(
            AuthenticatedAccount who,
            Authenticator authenticator,
            PasswordAttempt password,
            SecondFactorCode code,
            RequestSource requestSource) {
        try {
            return switch (codes.verify(who, authenticator, code, requestSource)) {
                case SecondFactorVerifier.Outcome.Proven(FactorProof factor) ->
                    new Outcome.Proven(new ReauthenticationProof(password, factor));
                case SecondFactorVerifier.Outcome.Failed(ReauthenticationFailure.OfCode why) -> {
                    passwords.forgive(password);
                    yield new Outcome.Failed(why);
                }
            };
        } catch (KeysUnavailable unjudged) {
            passwords.forgive(password);
            throw unjudged;
        }
    }

    private Outcome wrong(AuthenticatedAccount who, PasswordAttempt one, RequestSource requestSource) {
        Instant now = clock.instant();
        List<Write> writes = new ArrayList<>(one.fail());
        writes.add(events.wrongPassword(who.about(), requestSource, now));
        if (one.locksAddress()) {
            writes.add(events.locked(who.about(), "password", requestSource, now));
        }
        table.commit(writes);
        return new Outcome.Failed(new ReauthenticationFailure.WrongPassword());
    }
}
