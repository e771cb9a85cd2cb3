package dev.latchkey.reauthentication;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.HashingOverloaded;
import dev.latchkey.mail.MailKind;
import dev.latchkey.password.NewPasswords;
import dev.latchkey.password.Password;
import dev.latchkey.password.PasswordHashing;
import dev.latchkey.password.PasswordRejection;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Basis;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.totp.TotpCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes the password in an authenticated session, after a reauthentication that counts like a login. The same transaction
 * ends every other session, every pending login and every open reset link of the address.
 */
public final class ChangePassword {

    private final Table table;
    private final NewPasswords passwords;
    private final AuthenticatedAccountReader accountReader;
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
        this.accountReader = new AuthenticatedAccountReader(table, clock);
        this.reauthentication = reauthentication;
        this.hashing = hashing;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Changes it.
     *
     * @param code of the authenticator, if there is one
     */
    public ChangeOutcome change(
            ActiveSession caller,
            Password current,
            Password chosen,
            @Nullable TotpCode code,
            RequestSource requestSource) {
        Optional<PasswordRejection> rejected = passwords
                .candidate(chosen)
                .judge(caller.firm(), caller.session().email());
        if (rejected.isPresent()) {
            return new ChangeOutcome.Rejected(rejected.get());
        }
        AuthenticatedAccount who = accountReader.find(caller, requestSource);
        if (who == null) {
            return new ChangeOutcome.SessionEnded();
        }
        if (who.caller().mayOnlyEnrol()) {
            return new ChangeOutcome.EnrolmentRequired();
        }
        return switch (reauthentication.prove(who, current, code, requestSource)) {
            case Reauthentication.Outcome.Failed(ReauthenticationFailure why) -> new ChangeOutcome.Unproven(why);
            case Reauthentication.Outcome.Proven(ReauthenticationProof proof) ->
                change(who, proof, hashed(chosen, proof), requestSource);
        };
    }

    /** If hashing is overloaded, the proof was right all the same, so its attempts are given back. */
    private String hashed(Password chosen, ReauthenticationProof proof) {
        try {
            return hashing.hash(chosen);
        } catch (HashingOverloaded busy) {
            reauthentication.abandon(proof);
            throw busy;
        }
    }

    private ChangeOutcome change(
            AuthenticatedAccount judged, ReauthenticationProof proof, String hash, RequestSource requestSource) {
        ChangeOutcome outcome = table.decide(
                Basis.judged(judged),
                _ -> Basis.reread(accountReader.again(judged), AuthenticatedAccount::stored),
                basis -> decide(judged, basis, proof, hash, requestSource));
        if (outcome instanceof ChangeOutcome.SessionEnded) {
            reauthentication.abandon(proof);
        }
        return outcome;
    }

    private Decision<ChangeOutcome> decide(
            AuthenticatedAccount judged,
            Basis<AuthenticatedAccount> basis,
            ReauthenticationProof proof,
            String hash,
            RequestSource requestSource) {
        AuthenticatedAccount who = basis.found();
        if (who == null) {
            return Decision.answer(new ChangeOutcome.SessionEnded());
        }
        ReauthenticationFailure failure = reauthentication.overtaken(judged, who, proof, requestSource);
        if (failure != null) {
            return Decision.answer(new ChangeOutcome.Unproven(failure));
        }
        Instant now = clock.instant();
        List<Write> writes = new ArrayList<>(proof.forgive(basis.reread()));
        writes.addAll(proof.spend(who));
        writes.add(AccountItem.newPassword(who.accountKey(), who.account(), hash));
        writes.addAll(List.of(SessionEpoch.endOthers(who.caller().session())));
        writes.addAll(
                events.of(AuditType.PASSWORD_CHANGED, MailKind.PASSWORD_CHANGED, who.about(), requestSource, now));
        return Decision.commit(writes, new ChangeOutcome.Changed());
    }
}
