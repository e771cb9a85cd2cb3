package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.RecoveryCodeUse;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.mail.MailKind;
import dev.latchkey.reauthentication.AuthenticatedAccount;
import dev.latchkey.reauthentication.AuthenticatedAccountReader;
import dev.latchkey.reauthentication.FactorProof;
import dev.latchkey.reauthentication.ReauthenticationFailure;
import dev.latchkey.reauthentication.SecondFactorVerifier;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.store.Basis;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.RecoveryCode;
import dev.latchkey.totp.RecoveryCodes;
import dev.latchkey.totp.SecondFactorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the recovery codes of an authenticated client, who gives a fresh code of the app or one of the recovery
 * codes. All earlier recovery codes become invalid.
 */
public final class RenewRecoveryCodes {

    /** The outcome of a renewal. */
    public sealed interface Renewal {

        /** The codes are shown now and never again. */
        record Renewed(List<RecoveryCode> codes) implements Renewal {}

        record NotEnrolled() implements Renewal {}

        record Unproven(ReauthenticationFailure.OfCode why) implements Renewal {}

        /** The session ended meanwhile. */
        record SessionEnded() implements Renewal {}
    }

    private final Table table;
    private final AuthenticatedAccountReader accountReader;
    private final SecondFactorVerifier verifier;
    private final AccountEvents events;
    private final Randomness randomness;
    private final Clock clock;

    public RenewRecoveryCodes(
            Table table, SecondFactorVerifier verifier, AccountEvents events, Randomness randomness, Clock clock) {
        this.table = table;
        this.accountReader = new AuthenticatedAccountReader(table, clock);
        this.verifier = verifier;
        this.events = events;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** With a recovery code it costs one GenerateMac, which also serves the ten new ones. */
    public Renewal renew(ActiveSession caller, SecondFactorCode code, RequestSource requestSource) {
        AuthenticatedAccount who = accountReader.find(caller, requestSource);
        if (who == null) {
            return new Renewal.SessionEnded();
        }
        Authenticator authenticator = who.authenticator();
        if (authenticator == null) {
            return new Renewal.NotEnrolled();
        }
        return switch (verifier.verify(who, authenticator, code, requestSource)) {
            case SecondFactorVerifier.Outcome.Failed(ReauthenticationFailure.OfCode why) -> new Renewal.Unproven(why);
            case SecondFactorVerifier.Outcome.Proven(FactorProof proof) -> renew(who, proof, requestSource);
        };
    }

    private Renewal renew(AuthenticatedAccount judged, FactorProof proof, RequestSource requestSource) {
        RecoveryCodes codes = codes(proof);
        Renewal renewal = table.decide(
                Basis.judged(judged),
                _ -> Basis.reread(accountReader.again(judged), AuthenticatedAccount::stored),
                basis -> decide(judged, proof, codes, basis, requestSource));
        if (renewal instanceof Renewal.SessionEnded) {
            verifier.forgive(proof.taken());
        }
        return renewal;
    }

    private RecoveryCodes codes(FactorProof proof) {
        try {
            return RecoveryCodes.make(proof.tagger(), randomness);
        } catch (KeysUnavailable down) {
            verifier.forgive(proof.taken());
            throw down;
        }
    }

    private Decision<Renewal> decide(
            AuthenticatedAccount judged,
            FactorProof proof,
            RecoveryCodes codes,
            Basis<AuthenticatedAccount> basis,
            RequestSource requestSource) {
        AuthenticatedAccount who = basis.found();
        if (who == null) {
            return Decision.answer(new Renewal.SessionEnded());
        }
        ReauthenticationFailure.OfCode failure = verifier.overtaken(judged, who, proof, requestSource);
        if (failure != null) {
            return Decision.answer(new Renewal.Unproven(failure));
        }
        return Decision.commit(
                writes(who, proof, basis.reread(), codes, requestSource), new Renewal.Renewed(codes.codes()));
    }

    private List<Write> writes(
            AuthenticatedAccount who,
            FactorProof proof,
            @Nullable ItemBatch reread,
            RecoveryCodes codes,
            RequestSource requestSource) {
        Instant now = clock.instant();
        Authenticator authenticator = Objects.requireNonNull(who.authenticator());
        List<Write> writes = new ArrayList<>(proof.forgive(reread));
        writes.add(AuthenticatorItem.renew(who.authenticatorKey(), authenticator, codes, proof.factor()));
        writes.addAll(who.checkIn());
        writes.addAll(proof.told(events, RecoveryCodeUse.NEW_CODES, who, requestSource, now));
        writes.addAll(events.of(
                AuditType.RECOVERY_CODES_REGENERATED,
                MailKind.RECOVERY_CODES_REGENERATED,
                who.about(),
                requestSource,
                now));
        return writes;
    }
}
