package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.CodeRefusal;
import dev.latchkey.account.Insider;
import dev.latchkey.account.Insiders;
import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.authenticator.CodeTags;
import dev.latchkey.authenticator.RecoveryCode;
import dev.latchkey.authenticator.RecoveryCodes;
import dev.latchkey.authenticator.TotpCode;
import dev.latchkey.authenticator.TotpStep;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.LiveSession;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes ten other recovery codes for a client who is in and gives a fresh code of their app. All earlier ones are worth
 * nothing from then on.
 */
public final class RenewRecoveryCodes {

    /** How it ended. */
    public sealed interface Renewal {

        /** They are to be shown now and never again. */
        record Renewed(List<RecoveryCode> codes) implements Renewal {}

        record NotEnrolled() implements Renewal {}

        record WrongCode() implements Renewal {}

        record Locked(Duration retryAfter) implements Renewal {}

        /** The session ended meanwhile. */
        record SessionEnded() implements Renewal {}
    }

    private final Table table;
    private final Insiders insiders;
    private final TotpStep step;
    private final CodeTags tags;
    private final CodeRefusal refusal;
    private final AccountEvents events;
    private final Randomness randomness;
    private final Clock clock;

    public RenewRecoveryCodes(
            Table table, TotpStep step, CodeTags tags, AccountEvents events, Randomness randomness, Clock clock) {
        this.table = table;
        this.insiders = new Insiders(table, clock);
        this.step = step;
        this.tags = tags;
        this.refusal = new CodeRefusal(table, events);
        this.events = events;
        this.randomness = randomness;
        this.clock = clock;
    }

    public Renewal renew(LiveSession caller, TotpCode code, Origin origin) {
        Insider who = insiders.find(caller, origin);
        if (who == null) {
            return new Renewal.SessionEnded();
        }
        Authenticator authenticator = who.authenticator();
        if (authenticator == null) {
            return new Renewal.NotEnrolled();
        }
        Instant now = clock.instant();
        return switch (step.judge(who.firm(), who.holder(), authenticator, who.codeTries(), code, now)) {
            case TotpStep.Step.Locked(Duration wait) -> new Renewal.Locked(wait);
            case TotpStep.Step.Wrong(Taking.Taken taken) -> wrong(who, taken, origin);
            case TotpStep.Step.Right right -> renewed(who, right, origin);
        };
    }

    private Renewal wrong(Insider who, Taking.Taken taken, Origin origin) {
        AttemptBudget budget = who.codeBudget();
        refusal.refuse(budget, taken, who.about(), origin, clock.instant());
        return new Renewal.WrongCode();
    }

    private Renewal renewed(Insider who, TotpStep.Step.Right right, Origin origin) {
        RecoveryCodes codes = codes(who, right);
        Write forgive = who.codeBudget().forgive(right.taken().one());
        boolean done = table.commit(writes(who, right, codes, List.of(forgive), origin)) == Commit.DONE;
        return done
                ? new Renewal.Renewed(codes.codes())
                : Contention.resolve(() -> renewedAgain(who, right, codes, origin));
    }

    private RecoveryCodes codes(Insider who, TotpStep.Step.Right right) {
        String id = Objects.requireNonNull(who.authenticator()).id();
        try {
            return RecoveryCodes.make(tags.of(who.firm(), who.holder(), id), randomness);
        } catch (KeysUnavailable down) {
            step.forgive(who.firm(), who.holder(), right.taken());
            throw down;
        }
    }

    private @Nullable Renewal renewedAgain(Insider who, TotpStep.Step.Right right, RecoveryCodes codes, Origin origin) {
        Insider now = insiders.again(who);
        Authenticator before = Objects.requireNonNull(who.authenticator());
        Authenticator authenticator = now == null ? null : now.authenticator();
        if (now == null || authenticator == null || !authenticator.id().equals(before.id())) {
            step.forgive(who.firm(), who.holder(), right.taken());
            return new Renewal.SessionEnded();
        }
        if (authenticator.isSpent(right.step())) {
            return wrong(now, right.taken(), origin);
        }
        List<Write> forgiving = who.codeBudget().forgiving(right.taken().one(), now.codeTries());
        return table.commit(writes(now, right, codes, forgiving, origin)) == Commit.DONE
                ? new Renewal.Renewed(codes.codes())
                : null;
    }

    private List<Write> writes(
            Insider who, TotpStep.Step.Right right, RecoveryCodes codes, List<Write> forgiving, Origin origin) {
        Authenticator authenticator = Objects.requireNonNull(who.authenticator());
        List<Write> writes = new ArrayList<>(forgiving);
        writes.add(AuthenticatorItem.renew(who.authenticatorKey(), authenticator, codes, right.step()));
        writes.addAll(who.checkIn());
        writes.addAll(events.of(
                AuditType.RECOVERY_CODES_REGENERATED,
                MailKind.RECOVERY_CODES_REGENERATED,
                who.about(),
                origin,
                clock.instant()));
        return writes;
    }
}
