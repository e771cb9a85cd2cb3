package dev.latchkey.account;

import dev.latchkey.account.PasswordStep.Step;
import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.AttemptBudget.Try;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.HashingBusy;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.LiveSession;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes the password of a client who is in and types the current one, which counts like a login. Every other session and
 * half-finished login of the address ends in the same transaction, and so does every open reset link.
 */
public final class ChangePassword {

    private final Table table;
    private final PasswordRules rules;
    private final PasswordStep step;
    private final PasswordHashing hashing;
    private final AccountEvents events;
    private final Clock clock;

    public ChangePassword(
            Table table,
            PasswordRules rules,
            PasswordStep step,
            PasswordHashing hashing,
            AccountEvents events,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.step = step;
        this.hashing = hashing;
        this.events = events;
        this.clock = clock;
    }

    public ChangeOutcome change(LiveSession caller, Password current, Password chosen, Origin origin) {
        Session session = caller.session();
        Optional<Rejection> rejected = rules.judge(chosen, caller.firm(), session.email());
        if (rejected.isPresent()) {
            return new ChangeOutcome.Rejected(rejected.get());
        }
        Holder address = session.id().holder();
        AttemptBudget budget = PasswordStep.budget(session.firm(), address);
        Key key = AccountItem.key(session.firm(), address);
        Snapshot stored = table.read(key, budget.key());
        Account account = Objects.requireNonNull(AccountItem.read(stored.get(key)));
        Instant now = clock.instant();
        return switch (step.judge(budget, stored.get(budget.key()), account, current, now)) {
            case Step.Locked(Duration wait) -> new ChangeOutcome.Locked(wait);
            case Step.Wrong(boolean locks) -> wrong(caller, account, budget, locks, origin);
            case Step.Right(Try one, boolean locks) ->
                changed(new Change(caller, account, hashed(chosen, budget, one), budget, one, origin));
        };
    }

    /** Where there is no turn to hash in, the current password was right all the same: its try is given back. */
    private String hashed(Password chosen, AttemptBudget budget, Try right) {
        try {
            return hashing.hash(chosen);
        } catch (HashingBusy busy) {
            step.forgive(budget, right);
            throw busy;
        }
    }

    private record Change(
            LiveSession caller, Account account, String hash, AttemptBudget budget, Try one, Origin origin) {

        Key key() {
            return AccountItem.key(
                    caller.session().firm(), caller.session().id().holder());
        }
    }

    private ChangeOutcome wrong(
            LiveSession caller, Account account, AttemptBudget budget, boolean locks, Origin origin) {
        List<Write> writes = new ArrayList<>();
        writes.add(budget.fail());
        writes.add(events.wrongPassword(about(caller, account), origin, clock.instant()));
        if (locks) {
            writes.add(events.locked(about(caller, account), origin, clock.instant()));
        }
        table.commit(writes);
        return new ChangeOutcome.WrongPassword();
    }

    private ChangeOutcome changed(Change change) {
        boolean done = table.commit(writes(change, List.of(change.budget().forgive(change.one())))) == Commit.DONE;
        return done ? new ChangeOutcome.Changed() : Contention.resolve(() -> changedAgain(change));
    }

    private @Nullable ChangeOutcome changedAgain(Change change) {
        Session session = change.caller().session();
        Key epochKey = SessionEpoch.key(session.firm(), session.id().holder());
        Snapshot stored = table.read(
                change.key(), change.budget().key(), epochKey, session.id().key(session.firm()));
        Account account = AccountItem.read(stored.get(change.key()));
        boolean ended = SessionEpoch.of(stored.get(epochKey)) != session.bond().epoch()
                || stored.get(session.id().key(session.firm())) == null;
        if (ended) {
            return new ChangeOutcome.SessionEnded();
        }
        if (account == null || account.passwordVersion() != change.account().passwordVersion()) {
            step.forgive(change.budget(), change.one());
            return new ChangeOutcome.WrongPassword();
        }
        Write forgive =
                change.budget().forgive(change.one(), stored.get(change.budget().key()));
        List<Write> forgiving = forgive == null ? List.of() : List.of(forgive);
        return table.commit(writes(change, forgiving)) == Commit.DONE ? new ChangeOutcome.Changed() : null;
    }

    private List<Write> writes(Change change, List<Write> forgiving) {
        List<Write> writes = new ArrayList<>(forgiving);
        writes.add(AccountItem.newPassword(change.key(), change.account(), change.hash()));
        writes.addAll(List.of(SessionEpoch.endOthers(change.caller().session())));
        writes.addAll(events.of(
                AuditType.PASSWORD_CHANGED,
                MailKind.PASSWORD_CHANGED,
                about(change.caller(), change.account()),
                change.origin(),
                clock.instant()));
        return writes;
    }

    private static AccountEvents.About about(LiveSession caller, Account account) {
        Session session = caller.session();
        return new AccountEvents.About(
                session.firm(),
                session.id().holder(),
                account.subject(caller.recipient().standings()),
                caller.recipient().standings().contacts());
    }
}
