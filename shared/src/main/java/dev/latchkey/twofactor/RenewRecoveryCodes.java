package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.FactorProof;
import dev.latchkey.account.Insider;
import dev.latchkey.account.Insiders;
import dev.latchkey.account.ReauthenticationFailure;
import dev.latchkey.account.RecoveryCodeUse;
import dev.latchkey.account.SecondFactorVerifier;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.authenticator.RecoveryCode;
import dev.latchkey.authenticator.RecoveryCodes;
import dev.latchkey.authenticator.SecondFactorCode;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.LiveSession;
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
 * Makes ten other recovery codes for a client who is in and gives a fresh code of their app, or one of the recovery codes.
 * All earlier ones are worth nothing from then on.
 */
public final class RenewRecoveryCodes {

    /** How it ended. */
    public sealed interface Renewal {

        /** They are to be shown now and never again. */
        record Renewed(List<RecoveryCode> codes) implements Renewal {}

        record NotEnrolled() implements Renewal {}

        record Unproven(ReauthenticationFailure.OfCode why) implements Renewal {}

        /** The session ended meanwhile. */
        record SessionEnded() implements Renewal {}
    }

    private final Table table;
    private final Insiders insiders;
    private final SecondFactorVerifier verifier;
    private final AccountEvents events;
    private final Randomness randomness;
    private final Clock clock;

    public RenewRecoveryCodes(
            Table table, SecondFactorVerifier verifier, AccountEvents events, Randomness randomness, Clock clock) {
        this.table = table;
        this.insiders = new Insiders(table, clock);
        this.verifier = verifier;
        this.events = events;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** By a recovery code it costs one GenerateMac, which serves the ten too. */
    public Renewal renew(LiveSession caller, SecondFactorCode code, Origin origin) {
        Insider who = insiders.find(caller, origin);
        if (who == null) {
            return new Renewal.SessionEnded();
        }
        Authenticator authenticator = who.authenticator();
        if (authenticator == null) {
            return new Renewal.NotEnrolled();
        }
        return switch (verifier.verify(who, authenticator, code, origin)) {
            case SecondFactorVerifier.Outcome.Failed(ReauthenticationFailure.OfCode why) -> new Renewal.Unproven(why);
            case SecondFactorVerifier.Outcome.Proven(FactorProof proof) -> renewed(who, proof, origin);
        };
    }

    private Renewal renewed(Insider who, FactorProof proof, Origin origin) {
        RecoveryCodes codes = codes(proof);
        boolean done = table.commit(writes(who, proof, null, codes, origin)) == Commit.DONE;
        return done ? new Renewal.Renewed(codes.codes()) : table.resolve(() -> renewedAgain(who, proof, codes, origin));
    }

    private RecoveryCodes codes(FactorProof proof) {
        try {
            return RecoveryCodes.make(proof.tagger(), randomness);
        } catch (KeysUnavailable down) {
            verifier.forgive(proof.taken());
            throw down;
        }
    }

    private @Nullable Renewal renewedAgain(Insider who, FactorProof proof, RecoveryCodes codes, Origin origin) {
        Insider now = insiders.again(who);
        if (now == null) {
            verifier.forgive(proof.taken());
            return new Renewal.SessionEnded();
        }
        ReauthenticationFailure.OfCode failure = verifier.overtaken(who, now, proof, origin);
        if (failure != null) {
            return new Renewal.Unproven(failure);
        }
        return table.commit(writes(now, proof, now.stored(), codes, origin)) == Commit.DONE
                ? new Renewal.Renewed(codes.codes())
                : null;
    }

    private List<Write> writes(
            Insider who, FactorProof proof, @Nullable Snapshot again, RecoveryCodes codes, Origin origin) {
        Instant now = clock.instant();
        Authenticator authenticator = Objects.requireNonNull(who.authenticator());
        List<Write> writes = new ArrayList<>(proof.forgive(again));
        writes.add(AuthenticatorItem.renew(who.authenticatorKey(), authenticator, codes, proof.factor()));
        writes.addAll(who.checkIn());
        writes.addAll(proof.told(events, RecoveryCodeUse.NEW_CODES, who, origin, now));
        writes.addAll(events.of(
                AuditType.RECOVERY_CODES_REGENERATED, MailKind.RECOVERY_CODES_REGENERATED, who.about(), origin, now));
        return writes;
    }
}
