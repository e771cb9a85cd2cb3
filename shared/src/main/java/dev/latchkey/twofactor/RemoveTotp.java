package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.Insider;
import dev.latchkey.account.Insiders;
import dev.latchkey.account.Password;
import dev.latchkey.account.Proof;
import dev.latchkey.account.Reauthentication;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.authenticator.PendingEnrolment;
import dev.latchkey.authenticator.TotpCode;
import dev.latchkey.firm.SettingsItem;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.LiveSession;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes the second factor of a client away who is in and proves themselves anew by password and code. All other sessions and
 * half-finished logins of the address end with it. A firm that demands a second factor has it refused.
 */
public final class RemoveTotp {

    /** How it ended. */
    public sealed interface Removal {

        record Removed() implements Removal {}

        /** The firm demands a second factor. Nothing was judged. */
        record RequiredByFirm() implements Removal {}

        /** There is none. Nothing was judged. */
        record NotEnrolled() implements Removal {}

        record WrongPassword() implements Removal {}

        record WrongCode() implements Removal {}

        record Locked(Duration retryAfter) implements Removal {}

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

    public Removal remove(LiveSession caller, Password password, TotpCode code, Origin origin) {
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
            case Reauthentication.Outcome.Locked(Duration wait) -> new Removal.Locked(wait);
            case Reauthentication.Outcome.WrongPassword wrong -> new Removal.WrongPassword();
            case Reauthentication.Outcome.WrongCode wrongCode -> new Removal.WrongCode();
            case Reauthentication.Outcome.Proven(Proof proof) -> removed(who, proof, origin);
        };
    }

    private Removal removed(Insider who, Proof proof, Origin origin) {
        boolean done = table.commit(writes(who, proof, null, origin)) == Commit.DONE;
        return done ? new Removal.Removed() : Contention.resolve(() -> removedAgain(who, proof, origin));
    }

    private @Nullable Removal removedAgain(Insider who, Proof proof, Origin origin) {
        Insider now = insiders.again(who);
        if (now == null || proof.isStale(who, now)) {
            reauthentication.abandon(who, proof);
            return now == null ? new Removal.SessionEnded() : new Removal.WrongCode();
        }
        if (now.caller().firm().demandsSecondFactor()) {
            reauthentication.abandon(who, proof);
            return new Removal.RequiredByFirm();
        }
        return table.commit(writes(now, proof, now.stored(), origin)) == Commit.DONE ? new Removal.Removed() : null;
    }

    /** The step needs no spending: it goes with the authenticator, which must be as unspent as it was judged. */
    private List<Write> writes(Insider who, Proof proof, @Nullable Snapshot again, Origin origin) {
        long step = Objects.requireNonNull(proof.code()).step();
        List<Write> writes = new ArrayList<>(proof.forgive(who, again));
        writes.add(
                AuthenticatorItem.remove(who.authenticatorKey(), Objects.requireNonNull(proof.authenticator()), step));
        writes.add(SettingsItem.check(who.caller().firm()));
        writes.add(Write.delete(PendingEnrolment.key(who.firm(), who.holder())));
        writes.addAll(List.of(SessionEpoch.endOthers(who.caller().session())));
        writes.addAll(events.of(AuditType.TOTP_REMOVED, MailKind.TOTP_REMOVED, who.about(), origin, clock.instant()));
        return writes;
    }
}
