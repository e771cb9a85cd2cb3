package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.account.AccountSessions;
import dev.latchkey.account.AccountSessions.Proven;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.authenticator.CodeTags;
import dev.latchkey.authenticator.PendingEnrolment;
import dev.latchkey.authenticator.RecoveryCodes;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.Scope;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an authenticator of a pending enrolment, with ten recovery codes, and lets its owner in by it. Every earlier session
 * and half-finished login of the address ends in the same transaction, the one that began it too. The confirming code is
 * spent with it.
 */
public final class NewAuthenticator {

    private final Table table;
    private final CodeTags tags;
    private final AccountSessions sessions;
    private final AccountEvents events;
    private final Randomness randomness;
    private final Clock clock;

    public NewAuthenticator(
            Table table,
            CodeTags tags,
            AccountSessions sessions,
            AccountEvents events,
            Randomness randomness,
            Clock clock) {
        this.table = table;
        this.tags = tags;
        this.sessions = sessions;
        this.events = events;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Costs one GenerateMac and one Sign, before anything is written. {@code null}: decide anew. */
    @Nullable
    VerifyOutcome make(Enrolling enrolling, long step, Origin origin) {
        Instant now = clock.instant();
        FirmId firm = enrolling.firm().id();
        Holder holder = enrolling.holder();
        String id = randomness.id();
        RecoveryCodes codes = RecoveryCodes.make(tags.of(firm, holder, id), randomness);
        Authenticator next = new Authenticator(id, enrolling.pending().sealedSecret(), now, step, codes.tags(), null);
        AccountSessions.Opened opened = sessions.open(
                new Proven(
                        enrolling.firm(),
                        enrolling.address(),
                        enrolling.proven(),
                        Scope.PORTAL,
                        enrolling.bond().next(),
                        null,
                        next,
                        enrolling.device(origin),
                        enrolling.arrival(origin),
                        origin),
                now);
        List<Write> writes = new ArrayList<>(enrolling.spent());
        writes.addAll(opened.writes());
        writes.add(enrolling.pending().confirm(PendingEnrolment.key(firm, holder)));
        writes.add(AuthenticatorItem.replace(firm, holder, enrolling.before(), next));
        writes.add(SessionEpoch.endAll(firm, holder, enrolling.bond()));
        writes.add(AccountItem.enrolled(AccountItem.key(firm, holder), enrolling.account(), enrolling.proven(), now));
        writes.addAll(events.of(AuditType.TOTP_ENROLLED, MailKind.TOTP_ENROLLED, enrolling.about(), origin, now));
        return table.commit(writes) == Commit.DONE ? new VerifyOutcome.Enrolled(opened.grant(), codes.codes()) : null;
    }
}
