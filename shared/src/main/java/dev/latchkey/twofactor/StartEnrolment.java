package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.RecoveryCodeUse;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.password.Password;
import dev.latchkey.reauthentication.AuthenticatedAccount;
import dev.latchkey.reauthentication.AuthenticatedAccountReader;
import dev.latchkey.reauthentication.Reauthentication;
import dev.latchkey.reauthentication.ReauthenticationFailure;
import dev.latchkey.reauthentication.ReauthenticationProof;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.Session;
import dev.latchkey.store.Basis;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.totp.OtpauthUri;
import dev.latchkey.totp.PendingEnrolment;
import dev.latchkey.totp.SecondFactorCode;
import dev.latchkey.totp.TotpSecret;
import dev.latchkey.totp.TotpSecretCipher;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Starts the enrolment of an authenticator app: makes a secret, shows it, and keeps it encrypted until its first code.
 * A later start replaces an earlier one. It requires a fresh password. Where there is an authenticator, it also
 * requires a code of it or a recovery code, which the start spends even if the enrolment is never confirmed. A mailed
 * link is not enough.
 */
public final class StartEnrolment {

    private final Table table;
    private final PendingLoginReader logins;
    private final AuthenticatedAccountReader accountReader;
    private final Reauthentication reauthentication;
    private final TotpSecretCipher cipher;
    private final AccountEvents events;
    private final Randomness randomness;
    private final Clock clock;

    public StartEnrolment(
            Table table,
            Reauthentication reauthentication,
            TotpSecretCipher cipher,
            AccountEvents events,
            Randomness randomness,
            NotBefore notBefore,
            Clock clock) {
        this.table = table;
        this.logins = new PendingLoginReader(table, notBefore);
        this.accountReader = new AuthenticatedAccountReader(table, clock);
        this.reauthentication = reauthentication;
        this.cipher = cipher;
        this.events = events;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Within a pending login without a second factor. Its password was proven a moment ago. */
    public StartOutcome start(ChallengeToken token) {
        AttemptBudget budget = AttemptBudget.of(AttemptBudget.Factor.TOTP, token.firm(), token.principal());
        Instant now = clock.instant();
        PendingLogin login = logins.find(token, budget, now);
        if (login == null || login.authenticator() != null || !login.challenge().mayEnrol()) {
            return new StartOutcome.Over();
        }
        Email email = Objects.requireNonNull(login.recipient().address().email());
        Begun begun =
                begin(login.firm(), login.principal(), email, login.challenge().random(), now);
        return table.commit(List.of(login.challenge().check(), login.checkEpoch(), begun.write())) == Commit.DONE
                ? begun.shown()
                : new StartOutcome.Over();
    }

    /** Within a session, by a client who reauthenticates. */
    public StartOutcome start(
            ActiveSession caller, Password password, @Nullable SecondFactorCode code, RequestSource requestSource) {
        AuthenticatedAccount who = accountReader.find(caller, requestSource);
        if (who == null) {
            return new StartOutcome.Over();
        }
        return switch (reauthentication.prove(who, password, code, requestSource)) {
            case Reauthentication.Outcome.Failed(ReauthenticationFailure why) -> new StartOutcome.Unproven(why);
            case Reauthentication.Outcome.Proven(ReauthenticationProof proof) -> start(who, proof, requestSource);
        };
    }

    private StartOutcome start(AuthenticatedAccount judged, ReauthenticationProof proof, RequestSource requestSource) {
        Begun begun = begin(judged, proof);
        StartOutcome outcome = table.decide(
                Basis.judged(judged),
                _ -> Basis.reread(accountReader.again(judged), AuthenticatedAccount::stored),
                basis -> decide(judged, proof, begun, basis, requestSource));
        if (outcome instanceof StartOutcome.Over) {
            reauthentication.abandon(proof);
        }
        return outcome;
    }

    private Begun begin(AuthenticatedAccount who, ReauthenticationProof proof) {
        Session session = who.caller().session();
        try {
            return begin(
                    who.caller().firm(),
                    who.principal(),
                    session.email(),
                    session.id().text(),
                    clock.instant());
        } catch (KeysUnavailable down) {
            reauthentication.abandon(proof);
            throw down;
        }
    }

    private Decision<StartOutcome> decide(
            AuthenticatedAccount judged,
            ReauthenticationProof proof,
            Begun begun,
            Basis<AuthenticatedAccount> basis,
            RequestSource requestSource) {
        AuthenticatedAccount who = basis.found();
        if (who == null) {
            return Decision.answer(new StartOutcome.Over());
        }
        ReauthenticationFailure failure = reauthentication.overtaken(judged, who, proof, requestSource);
        if (failure != null) {
            return Decision.answer(new StartOutcome.Unproven(failure));
        }
        return Decision.commit(writes(who, proof, basis.reread(), begun, requestSource), begun.shown());
    }

    private List<Write> writes(
            AuthenticatedAccount who,
            ReauthenticationProof proof,
            @Nullable ItemBatch reread,
            Begun begun,
            RequestSource requestSource) {
        List<Write> writes = new ArrayList<>(proof.forgive(reread));
        writes.addAll(proof.spend(who));
        writes.addAll(who.checkIn());
        writes.add(begun.write());
        writes.addAll(proof.told(events, RecoveryCodeUse.ANOTHER_APP, who, requestSource, clock.instant()));
        return writes;
    }

    private record Begun(StartOutcome.Started shown, Write write) {}

    private Begun begin(Firm firm, Principal principal, Email email, String by, Instant now) {
        TotpSecret secret = TotpSecret.random(randomness);
        Instant end = now.plus(PendingEnrolment.LIFE);
        PendingEnrolment pending = new PendingEnrolment(cipher.seal(firm.id(), principal, secret), by, end);
        return new Begun(
                new StartOutcome.Started(secret, OtpauthUri.of(firm.name(), email, secret), end),
                pending.start(PendingEnrolment.key(firm.id(), principal)));
    }
}
