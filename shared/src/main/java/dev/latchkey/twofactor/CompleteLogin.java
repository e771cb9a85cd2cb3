package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.account.AccountSessions;
import dev.latchkey.account.AccountSessions.AuthenticationResult;
import dev.latchkey.account.AccountSessions.Settled;
import dev.latchkey.account.RecoveryCodeUse;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.device.Arrival;
import dev.latchkey.magiclink.LinkCompletion;
import dev.latchkey.mail.MailKind;
import dev.latchkey.reauthentication.WrongCodeRecorder;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.Scope;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Basis;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.Authenticator.BackupCode;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.SecondFactor;
import dev.latchkey.twofactor.ChallengeAttempts.Reserved;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Completes a login whose second factor was right. It costs one Sign, and then one transaction spends the code, uses up
 * the login and opens the session. Of fifty requests at once one succeeds. Where KMS is unavailable, nothing is spent.
 */
public final class CompleteLogin {

    private final Table table;
    private final ChallengeAttempts attempts;
    private final AccountSessions sessions;
    private final AccountEvents events;
    private final WrongCodeRecorder wrongCodes;
    private final Clock clock;

    public CompleteLogin(
            Table table, ChallengeAttempts attempts, AccountSessions sessions, AccountEvents events, Clock clock) {
        this.table = table;
        this.attempts = attempts;
        this.sessions = sessions;
        this.events = events;
        this.wrongCodes = new WrongCodeRecorder(table, events);
        this.clock = clock;
    }

    VerifyOutcome accept(Reserved.Held held, SecondFactor factor, RequestSource requestSource) {
        try {
            VerifyOutcome outcome = table.decide(
                    Basis.judged(held.login()),
                    _ -> attempts.reread(held),
                    basis -> decide(held, factor, basis, requestSource));
            if (outcome instanceof VerifyOutcome.Over) {
                attempts.giveBack(held);
            }
            return outcome;
        } catch (KeysUnavailable down) {
            attempts.giveBack(held);
            throw down;
        }
    }

    /** Records a wrong code. */
    VerifyOutcome reject(Reserved.Held held, RequestSource requestSource) {
        return reject(held, requestSource, clock.instant());
    }

    private VerifyOutcome reject(Reserved.Held held, RequestSource requestSource, Instant now) {
        wrongCodes.refuse(held.taken(), held.login().about(), requestSource, now);
        return new VerifyOutcome.Wrong(held.login().challenge().left());
    }

    private Decision<VerifyOutcome> decide(
            Reserved.Held held, SecondFactor factor, Basis<PendingLogin> basis, RequestSource requestSource) {
        boolean isReread = basis.reread() != null;
        PendingLogin login = basis.found();
        if (login == null || (isReread && isOver(held.login(), login))) {
            return Decision.answer(new VerifyOutcome.Over());
        }
        Instant now = clock.instant();
        if (isReread && factor.isSpent(Objects.requireNonNull(login.authenticator()), now)) {
            return Decision.answer(reject(held, requestSource, now));
        }
        return accept(login, factor, held.taken().forgive(basis.reread()), requestSource, now);
    }

    /** The authenticator that the code was of is gone, or the link that began the login was used. */
    private boolean isOver(PendingLogin judged, PendingLogin login) {
        Authenticator before = Objects.requireNonNull(judged.authenticator());
        Authenticator authenticator = login.authenticator();
        return authenticator == null
                || !authenticator.id().equals(before.id())
                || LinkCompletion.isUsed(login.challenge(), table);
    }

    private Decision<VerifyOutcome> accept(
            PendingLogin login, SecondFactor factor, List<Write> forgiving, RequestSource requestSource, Instant now) {
        Authenticator authenticator = Objects.requireNonNull(login.authenticator());
        Authenticator after = factor.after(authenticator);
        Challenge challenge = login.challenge();
        List<String> amr =
                Stream.concat(challenge.amr().stream(), Stream.of(factor.amr())).toList();
        Arrival arrival = login.arrival(requestSource);
        AccountSessions.StartedSession opened = sessions.open(
                new AuthenticationResult(
                        login.firm(),
                        login.recipient(),
                        amr,
                        challenge.scope(),
                        challenge.marker(),
                        settled(challenge),
                        after,
                        arrival.tag(),
                        arrival,
                        requestSource),
                now);
        List<Write> writes = new ArrayList<>(forgiving);
        writes.add(challenge.use());
        writes.add(login.checkEpoch());
        writes.add(AuthenticatorItem.spend(login.authenticatorKey(), authenticator, factor));
        writes.addAll(opened.writes());
        writes.addAll(LinkCompletion.by(challenge));
        writes.addAll(notifications(login, factor, after, requestSource, now));
        if (challenge.scope().equals(Scope.PORTAL)) {
            writes.add(AccountItem.loggedIn(login.accountKey(), login.account(), amr, now));
        }
        return Decision.commit(writes, new VerifyOutcome.SignedIn(opened.grant()));
    }

    private static @Nullable Settled settled(Challenge challenge) {
        SessionId opens = challenge.opens();
        return opens == null ? null : new Settled(opens, challenge.opensUntil());
    }

    private List<Write> notifications(
            PendingLogin login, SecondFactor factor, Authenticator after, RequestSource requestSource, Instant now) {
        return switch (factor) {
            case SecondFactor.Otp otp -> List.of();
            case SecondFactor.Backup(BackupCode.Recovery used) ->
                events.recoveryCodeUsed(RecoveryCodeUse.SIGN_IN, after.codesLeft(), login.about(), requestSource, now);
            case SecondFactor.Backup(BackupCode.OneTime used) ->
                events.of(
                        AuditType.TEMPORARY_CODE_USED, MailKind.TEMPORARY_CODE_USED, login.about(), requestSource, now);
        };
    }
}
