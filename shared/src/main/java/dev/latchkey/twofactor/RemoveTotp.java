package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.RecoveryCodeUse;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.firm.SettingsItem;
import dev.latchkey.mail.MailKind;
import dev.latchkey.password.Password;
import dev.latchkey.reauthentication.AuthenticatedAccount;
import dev.latchkey.reauthentication.AuthenticatedAccountReader;
import dev.latchkey.reauthentication.Reauthentication;
import dev.latchkey.reauthentication.ReauthenticationFailure;
import dev.latchkey.reauthentication.ReauthenticationProof;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Basis;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.PendingEnrolment;
import dev.latchkey.totp.SecondFactor;
import dev.latchkey.totp.SecondFactorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Removes the second factor of an authenticated client, who reauthenticates by the password and a code of the app or a
 * recovery code. All other sessions and pending logins of the address end with it. Where the firm requires a second
 * factor, the removal is refused.
 */
public final class RemoveTotp {

    /** The outcome of a removal. */
    public sealed interface Removal {

        record Removed() implements Removal {}

        /** The firm requires a second factor. Nothing was judged. */
        record RequiredByFirm() implements Removal {}

        /** The account has no second factor. Nothing was judged. */
        record NotEnrolled() implements Removal {}

        record Unproven(ReauthenticationFailure why) implements Removal {}

        /** The session ended meanwhile. */
        record SessionEnded() implements Removal {}
    }

    private final Table table;
    private final AuthenticatedAccountReader accountReader;
    private final Reauthentication reauthentication;
    private final AccountEvents events;
    private final Clock clock;

    public RemoveTotp(Table table, Reauthentication reauthentication, AccountEvents events, Clock clock) {
        this.table = table;
        this.accountReader = new AuthenticatedAccountReader(table, clock);
        this.reauthentication = reauthentication;
        this.events = events;
        this.clock = clock;
    }

    public Removal remove(ActiveSession caller, Password password, SecondFactorCode code, RequestSource requestSource) {
        if (caller.firm().demandsSecondFactor()) {
            return new Removal.RequiredByFirm();
        }
        AuthenticatedAccount who = accountReader.find(caller, requestSource);
        if (who == null) {
            return new Removal.SessionEnded();
        }
        if (who.caller().firm().demandsSecondFactor()) {
            return new Removal.RequiredByFirm();
        }
        if (who.authenticator() == null) {
            return new Removal.NotEnrolled();
        }
        return switch (reauthentication.prove(who, password, code, requestSource)) {
            case Reauthentication.Outcome.Failed(ReauthenticationFailure why) -> new Removal.Unproven(why);
            case Reauthentication.Outcome.Proven(ReauthenticationProof proof) -> remove(who, proof, requestSource);
        };
    }

    private Removal remove(AuthenticatedAccount judged, ReauthenticationProof proof, RequestSource requestSource) {
        Removal removal = table.decide(
                Basis.judged(judged),
                _ -> Basis.reread(accountReader.again(judged), AuthenticatedAccount::stored),
                basis -> decide(judged, proof, basis, requestSource));
        if (removal instanceof Removal.SessionEnded || removal instanceof Removal.RequiredByFirm) {
            reauthentication.abandon(proof);
        }
        return removal;
    }

    private Decision<Removal> decide(
            AuthenticatedAccount judged,
            ReauthenticationProof proof,
            Basis<AuthenticatedAccount> basis,
            RequestSource requestSource) {
        AuthenticatedAccount who = basis.found();
        if (who == null) {
            return Decision.answer(new Removal.SessionEnded());
        }
        if (who.caller().firm().demandsSecondFactor()) {
            return Decision.answer(new Removal.RequiredByFirm());
        }
        ReauthenticationFailure failure = reauthentication.overtaken(judged, who, proof, requestSource);
        if (failure != null) {
            return Decision.answer(new Removal.Unproven(failure));
        }
        return Decision.commit(writes(who, proof, basis.reread(), requestSource), new Removal.Removed());
    }

    /** The code is spent by the removal: its condition is that the code is still unspent. */
    private List<Write> writes(
            AuthenticatedAccount who,
            ReauthenticationProof proof,
            @Nullable ItemBatch reread,
            RequestSource requestSource) {
        Instant now = clock.instant();
        SecondFactor factor = Objects.requireNonNull(proof.factor()).factor();
        List<Write> writes = new ArrayList<>(proof.forgive(reread));
        writes.add(
                AuthenticatorItem.remove(who.authenticatorKey(), Objects.requireNonNull(who.authenticator()), factor));
        writes.add(SettingsItem.check(who.caller().firm()));
        writes.add(Write.delete(PendingEnrolment.key(who.firm(), who.principal())));
        writes.addAll(List.of(SessionEpoch.endOthers(who.caller().session())));
        writes.addAll(proof.told(events, RecoveryCodeUse.REMOVAL, who, requestSource, now));
        writes.addAll(events.of(AuditType.TOTP_REMOVED, MailKind.TOTP_REMOVED, who.about(), requestSource, now));
        return writes;
    }
}
