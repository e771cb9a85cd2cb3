package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.account.AccountSessions;
import dev.latchkey.account.AccountSessions.Proven;
import dev.latchkey.account.AccountSessions.Settled;
import dev.latchkey.account.CodeRefusal;
import dev.latchkey.account.RecoveryCodeUse;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.Authenticator.Spare;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.authenticator.SecondFactor;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.device.Arrival;
import dev.latchkey.magiclink.EnteredLink;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.Scope;
import dev.latchkey.session.SessionId;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.twofactor.LoginTries.Reserved;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a client in whose second factor was found right. One Sign, and then one transaction that spends the code, uses up
 * the login and opens the session: of fifty at once one gets in, and where keys can't be called nothing was spent.
 */
public final class FinishLogin {

    private final Table table;
    private final LoginTries tries;
    private final AccountSessions sessions;
    private final AccountEvents events;
    private final CodeRefusal refusal;
    private final Clock clock;

    public FinishLogin(Table table, LoginTries tries, AccountSessions sessions, AccountEvents events, Clock clock) {
        this.table = table;
        this.tries = tries;
        this.sessions = sessions;
        this.events = events;
        this.refusal = new CodeRefusal(table, events);
        this.clock = clock;
    }

    VerifyOutcome admit(Reserved.Held held, SecondFactor factor, Origin origin) {
        try {
            VerifyOutcome first = admitOnce(held.login(), factor, held.taken().forgive(null), origin);
            return first != null ? first : table.resolve(() -> admitAgain(held, factor, origin));
        } catch (KeysUnavailable down) {
            tries.giveBack(held);
            throw down;
        }
    }

    /** Records a wrong code. */
    VerifyOutcome refuse(Reserved.Held held, Origin origin) {
        refusal.refuse(held.taken(), held.login().about(), origin, clock.instant());
        return new VerifyOutcome.Wrong(held.login().challenge().left());
    }

    private @Nullable VerifyOutcome admitAgain(Reserved.Held held, SecondFactor factor, Origin origin) {
        OpenLogin now = tries.again(held);
        Authenticator before = Objects.requireNonNull(held.login().authenticator());
        Authenticator authenticator = now == null ? null : now.authenticator();
        if (now == null
                || authenticator == null
                || !authenticator.id().equals(before.id())
                || EnteredLink.isUsed(now.challenge(), table)) {
            tries.giveBack(held);
            return new VerifyOutcome.Over();
        }
        if (factor.isSpent(authenticator, clock.instant())) {
            return refuse(held, origin);
        }
        return admitOnce(now, factor, held.taken().forgive(now.stored()), origin);
    }

    private @Nullable VerifyOutcome admitOnce(
            OpenLogin login, SecondFactor factor, List<Write> forgiving, Origin origin) {
        Authenticator authenticator = Objects.requireNonNull(login.authenticator());
        Authenticator after = factor.after(authenticator);
        Challenge challenge = login.challenge();
        List<String> amr =
                Stream.concat(challenge.amr().stream(), Stream.of(factor.amr())).toList();
        Instant now = clock.instant();
        Arrival arrival = login.arrival(origin);
        AccountSessions.Opened opened = sessions.open(
                new Proven(
                        login.firm(),
                        login.recipient(),
                        amr,
                        challenge.scope(),
                        challenge.bond(),
                        settled(challenge),
                        after,
                        arrival.tag(),
                        arrival,
                        origin),
                now);
        List<Write> writes = new ArrayList<>(forgiving);
        writes.add(challenge.use());
        writes.add(login.checkEpoch());
        writes.add(AuthenticatorItem.spend(login.authenticatorKey(), authenticator, factor));
        writes.addAll(opened.writes());
        writes.addAll(EnteredLink.by(challenge));
        writes.addAll(told(login, factor, after, origin, now));
        if (challenge.scope().equals(Scope.PORTAL)) {
            writes.add(AccountItem.loggedIn(login.accountKey(), login.account(), amr, now));
        }
        return table.commit(writes) == Commit.DONE ? new VerifyOutcome.SignedIn(opened.grant()) : null;
    }

    private static @Nullable Settled settled(Challenge challenge) {
        SessionId opens = challenge.opens();
        return opens == null ? null : new Settled(opens, challenge.opensUntil());
    }

    private List<Write> told(OpenLogin login, SecondFactor factor, Authenticator after, Origin origin, Instant now) {
        return switch (factor) {
            case SecondFactor.Otp otp -> List.of();
            case SecondFactor.SpareCode(Spare.Recovery used) ->
                events.recoveryCodeUsed(RecoveryCodeUse.SIGN_IN, after.codesLeft(), login.about(), origin, now);
            case SecondFactor.SpareCode(Spare.OneTime used) ->
                events.of(AuditType.TEMPORARY_CODE_USED, MailKind.TEMPORARY_CODE_USED, login.about(), origin, now);
        };
    }
}
