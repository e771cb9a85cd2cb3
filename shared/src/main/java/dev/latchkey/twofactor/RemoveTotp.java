package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.Insider;
import dev.latchkey.account.Insiders;
import dev.latchkey.account.Password;
import dev.latchkey.account.Proof;
import dev.latchkey.account.Reauthentication;
import dev.latchkey.account.ReauthenticationFailure;
import dev.latchkey.account.RecoveryCodeUse;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.authenticator.PendingEnrolment;
import dev.latchkey.authenticator.SecondFactor;
import dev.latchkey.authenticator.SecondFactorCode;
import dev.latchkey.firm.SettingsItem;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.LiveSession;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes the second factor of a client away who is in and proves themselves anew, by the password and a code of the app or a
 * recovery code. All other sessions and half-finished logins of the address end with it. A firm that demands a second factor
 * has it refused.
 */
public final class RemoveTotp {

    /** How it ended. */
    public sealed interface Removal {

        record Removed() implements Removal {}

        /** The firm demands a second factor. Nothing was judged. */
        record RequiredByFirm() implements Removal {}

        /** There is none. Nothing was judged. */
        record NotEnrolled() implements Removal {}

        record Unproven(ReauthenticationFailure why) implements Removal {}

        /** The session ended meanwhile. */
        record SessionEnded() implements Removal {}
    }

    private final Table table;
    private final Insiders insiders;
    private final Reauthentication reauthentication;
    private final AccountEvents events;
    private final Clock clock;

    public RemoveTotp(Table table, Reauthentication reauthentication, AccountEvents events, Clock clock) {
        this.table = table;
        this.insiders = new Insiders(table, clock);
        this.reauthentication = reauthentication;
        this.events = events;
        this.clock = clock;
    }

    public Removal remove(LiveSession caller, Password password, SecondFactorCode code, Origin origin) {
        if (caller.firm().demandsSecondFactor()) {
            return new Removal.RequiredByFirm();
        }
        Insider who = insiders.find(caller, origin);
        if (who == null) {
            return new Removal.SessionEnded();
        }
        if (who.caller().firm().demandsSecondFactor()) {
            return new Removal.RequiredByFirm();
        }
        if (who.authenticator() == null) {
            return new Removal.NotEnrolled();
        }
        return switch (reauthentication.prove(who, password, code, origin)) {
            case Reauthentication.Outcome.Failed(ReauthenticationFailure why) -> new Removal.Unproven(why);
            case Reauthentication.Outcome.Proven(Proof proof) -> removed(who, proof, origin);
        };
    }

    private Removal removed(Insider who, Proof proof, Origin origin) {
        boolean done = table.commit(writes(who, proof, null, origin)) == Commit.DONE;
        return done ? new Removal.Removed() : table.resolve(() -> removedAgain(who, proof, origin));
    }

    private @Nullable Removal removedAgain(Insider who, Proof proof, Origin origin) {
        Insider now = insiders.again(who);
        if (now == null || now.caller().firm().demandsSecondFactor()) {
            reauthentication.abandon(proof);
            return now == null ? new Removal.SessionEnded() : new Removal.RequiredByFirm();
        }
        ReauthenticationFailure failure = reauthentication.overtaken(who, now, proof, origin);
        if (failure != null) {
            return new Removal.Unproven(failure);
        }
        return table.commit(writes(now, proof, now.stored(), origin)) == Commit.DONE ? new Removal.Removed() : null;
    }

    /** The code needs no spending: it goes with the authenticator, of which it must be as unspent as it was judged. */
    private List<Write> writes(Insider who, Proof proof, @Nullable Snapshot again, Origin origin) {
        Instant now = clock.instant();
        SecondFactor factor = Objects.requireNonNull(proof.factor()).factor();
        List<Write> writes = new ArrayList<>(proof.forgive(again));
        writes.add(
                AuthenticatorItem.remove(who.authenticatorKey(), Objects.requireNonNull(who.authenticator()), factor));
        writes.add(SettingsItem.check(who.caller().firm()));
        writes.add(Write.delete(PendingEnrolment.key(who.firm(), who.holder())));
        writes.addAll(List.of(SessionEpoch.endOthers(who.caller().session())));
        writes.addAll(proof.told(events, RecoveryCodeUse.REMOVAL, who, origin, now));
        writes.addAll(events.of(AuditType.TOTP_REMOVED, MailKind.TOTP_REMOVED, who.about(), origin, now));
        return writes;
    }
}
