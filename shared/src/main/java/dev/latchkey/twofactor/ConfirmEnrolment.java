package dev.latchkey.twofactor;

import dev.latchkey.account.CodeRefusal;
import dev.latchkey.account.Insider;
import dev.latchkey.account.Insiders;
import dev.latchkey.account.SecondFactorVerifier;
import dev.latchkey.attempts.JudgedTry;
import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.PendingEnrolment;
import dev.latchkey.authenticator.TotpCode;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.session.LiveSession;
import dev.latchkey.store.Table;
import dev.latchkey.twofactor.LoginTries.Reserved;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Confirms an app by its first right code: within a login that waited for it, or by somebody who is in. */
public final class ConfirmEnrolment {

    private final Table table;
    private final LoginTries tries;
    private final Insiders insiders;
    private final SecondFactorVerifier codes;
    private final NewAuthenticator making;
    private final CodeRefusal refusal;
    private final Clock clock;

    public ConfirmEnrolment(
            Table table,
            LoginTries tries,
            Insiders insiders,
            SecondFactorVerifier codes,
            NewAuthenticator making,
            CodeRefusal refusal,
            Clock clock) {
        this.table = table;
        this.tries = tries;
        this.insiders = insiders;
        this.codes = codes;
        this.making = making;
        this.refusal = refusal;
        this.clock = clock;
    }

    /** Within a login. */
    VerifyOutcome confirm(Reserved.Held held, PendingEnrolment pending, long matched, Origin origin) {
        try {
            Enrolling first = Enrolling.of(held.login(), pending, held.taken().forgive(null));
            VerifyOutcome done = making.make(first, matched, origin);
            return done != null ? done : table.resolve(() -> confirmAgain(held, pending, matched, origin));
        } catch (KeysUnavailable down) {
            tries.giveBack(held);
            throw down;
        }
    }

    private @Nullable VerifyOutcome confirmAgain(
            Reserved.Held held, PendingEnrolment pending, long matched, Origin origin) {
        OpenLogin now = tries.again(held);
        if (now == null || now.authenticator() != null || !pending.equals(now.pending())) {
            tries.giveBack(held);
            return now == null ? new VerifyOutcome.Over() : new VerifyOutcome.NothingPending();
        }
        return making.make(Enrolling.of(now, pending, held.taken().forgive(now.stored())), matched, origin);
    }

    /** By somebody who is in, who proved themselves anew when they began. */
    public VerifyOutcome confirm(LiveSession caller, TotpCode code, Origin origin) {
        Insider who = insiders.find(caller, origin);
        if (who == null) {
            return new VerifyOutcome.Over();
        }
        PendingEnrolment pending = pending(who);
        if (pending == null) {
            return new VerifyOutcome.NothingPending();
        }
        return switch (codes.verify(who, pending, code)) {
            case JudgedTry.Locked(Duration wait) -> new VerifyOutcome.Locked(wait);
            case JudgedTry.Wrong(Taking.Taken taken) -> {
                refusal.refuse(taken, who.about(), origin, clock.instant());
                yield new VerifyOutcome.Wrong(taken.left());
            }
            case JudgedTry.Right<Long> right -> confirm(who, pending, right, origin);
        };
    }

    private VerifyOutcome confirm(Insider who, PendingEnrolment pending, JudgedTry.Right<Long> right, Origin origin) {
        try {
            Enrolling first = Enrolling.of(who, pending, right.taken().forgive(null));
            VerifyOutcome done = making.make(first, right.found(), origin);
            return done != null ? done : table.resolve(() -> confirmAgain(who, pending, right, origin));
        } catch (KeysUnavailable down) {
            codes.forgive(right.taken());
            throw down;
        }
    }

    private @Nullable VerifyOutcome confirmAgain(
            Insider who, PendingEnrolment pending, JudgedTry.Right<Long> right, Origin origin) {
        Insider now = insiders.again(who);
        if (now == null || !pending.equals(now.pending())) {
            codes.forgive(right.taken());
            return now == null ? new VerifyOutcome.Over() : new VerifyOutcome.NothingPending();
        }
        Enrolling again = Enrolling.of(now, pending, right.taken().forgive(now.stored()));
        return making.make(again, right.found(), origin);
    }

    private @Nullable PendingEnrolment pending(Insider who) {
        PendingEnrolment pending = who.pending();
        String by = who.caller().session().id().text();
        return pending != null && pending.canBeConfirmedBy(by, clock.instant()) ? pending : null;
    }
}
