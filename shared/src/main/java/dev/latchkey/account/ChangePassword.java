package dev.latchkey.account;

import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.TotpCode;
import dev.latchkey.crypto.HashingBusy;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.LiveSession;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes the password of a client who is in and proves themselves once more, which counts like a login. Every other session
 * and half-finished login of the address ends in the same transaction, and so does every open reset link.
 */
public final class ChangePassword {

    private final Table table;
    private final NewPasswords passwords;
    private final Insiders insiders;
    private final Reauthentication reauthentication;
    private final PasswordHashing hashing;
    private final AccountEvents events;
    private final Clock clock;

    public ChangePassword(
            Table table,
            NewPasswords passwords,
            Reauthentication reauthentication,
            PasswordHashing hashing,
            AccountEvents events,
            Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.insiders = new Insiders(table, clock);
        this.reauthentication = reauthentication;
        this.hashing = hashing;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Changes it.
     *
     * @param code of the authenticator, where there is one
     */
    public ChangeOutcome change(
            LiveSession caller, Password current, Password chosen, @Nullable TotpCode code, Origin origin) {
        Optional<Rejection> rejected = passwords
                .candidate(chosen)
                .judge(caller.firm(), caller.session().email());
        if (rejected.isPresent()) {
            return new ChangeOutcome.Rejected(rejected.get());
        }
        Insider who = insiders.find(caller, origin);
        if (who == null) {
            return new ChangeOutcome.SessionEnded();
        }
        if (who.caller().mayOnlyEnrol()) {
            return new ChangeOutcome.EnrolmentRequired();
        }
        return switch (reauthentication.prove(who, current, code, origin)) {
            case Reauthentication.Outcome.Failed(ReauthenticationFailure why) -> new ChangeOutcome.Unproven(why);
            case Reauthentication.Outcome.Proven(Proof proof) -> changed(who, proof, hashed(chosen, proof), origin);
        };
    }

    /** Where there is no turn to hash in, what was proven was right all the same: its tries are given back. */
    private String hashed(Password chosen, Proof proof) {
        try {
            return hashing.hash(chosen);
        } catch (HashingBusy busy) {
            reauthentication.abandon(proof);
            throw busy;
        }
    }

    private ChangeOutcome changed(Insider who, Proof proof, String hash, Origin origin) {
        boolean done = table.commit(writes(who, proof, null, hash, origin)) == Commit.DONE;
        return done ? new ChangeOutcome.Changed() : table.resolve(() -> changedAgain(who, proof, hash, origin));
    }

    private @Nullable ChangeOutcome changedAgain(Insider who, Proof proof, String hash, Origin origin) {
        Insider now = insiders.again(who);
        if (now == null) {
            reauthentication.abandon(proof);
            return new ChangeOutcome.SessionEnded();
        }
        ReauthenticationFailure failure = reauthentication.overtaken(who, now, proof, origin);
        if (failure != null) {
            return new ChangeOutcome.Unproven(failure);
        }
        return table.commit(writes(now, proof, now.stored(), hash, origin)) == Commit.DONE
                ? new ChangeOutcome.Changed()
                : null;
    }

    private List<Write> writes(Insider who, Proof proof, @Nullable Snapshot again, String hash, Origin origin) {
        List<Write> writes = new ArrayList<>(proof.forgive(again));
        writes.addAll(proof.spend(who));
        writes.add(AccountItem.newPassword(who.accountKey(), who.account(), hash));
        writes.addAll(List.of(SessionEpoch.endOthers(who.caller().session())));
        writes.addAll(
                events.of(AuditType.PASSWORD_CHANGED, MailKind.PASSWORD_CHANGED, who.about(), origin, clock.instant()));
        return writes;
    }
}
