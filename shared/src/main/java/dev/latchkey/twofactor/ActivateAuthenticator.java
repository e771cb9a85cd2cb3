package dev.latchkey.twofactor;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.account.AccountSessions;
import dev.latchkey.account.AccountSessions.AuthenticationResult;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.Scope;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.PendingEnrolment;
import dev.latchkey.totp.RecoveryCodeMac;
import dev.latchkey.totp.RecoveryCodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an authenticator of a pending enrolment, with ten recovery codes, and lets its owner in by it. Every earlier session
 * and half-finished login of the address ends in the same transaction, the one that began it too. The confirming code is
 * spent with it.
 */
public final class ActivateAuthenticator {

    private final RecoveryCodeMac tags;
    private final AccountSessions sessions;
    private final AccountEvents events;
    private final Randomness randomness;

    public ActivateAuthenticator(
            RecoveryCodeMac tags, AccountSessions sessions, AccountEvents events, Randomness randomness) {
        this.tags = tags;
        this.sessions = sessions;
        this.events = events;
        this.randomness = randomness;
    }

    /** Costs one GenerateMac and one Sign, before anything is written. */
    Decision<VerifyOutcome> activate(
            ConfirmedEnrolment confirmedEnrolment, long step, RequestSource requestSource, Instant now) {
        FirmId firm = confirmedEnrolment.firm().id();
        Principal principal = confirmedEnrolment.principal();
        String id = randomness.id();
        RecoveryCodes codes = RecoveryCodes.make(tags.of(firm, principal, id), randomness);
        Authenticator next =
                new Authenticator(id, confirmedEnrolment.pending().sealedSecret(), now, step, codes.tags(), null);
        AccountSessions.StartedSession opened = sessions.open(
                new AuthenticationResult(
                        confirmedEnrolment.firm(),
                        confirmedEnrolment.address(),
                        confirmedEnrolment.proven(),
                        Scope.PORTAL,
                        confirmedEnrolment.marker().next(),
                        null,
                        next,
                        confirmedEnrolment.device(requestSource),
                        confirmedEnrolment.arrival(requestSource),
                        requestSource),
                now);
        List<Write> writes = new ArrayList<>(confirmedEnrolment.spent());
        writes.addAll(opened.writes());
        writes.add(confirmedEnrolment.pending().confirm(PendingEnrolment.key(firm, principal)));
        writes.add(AuthenticatorItem.replace(firm, principal, confirmedEnrolment.before(), next));
        writes.add(SessionEpoch.endAll(firm, principal, confirmedEnrolment.marker()));
        writes.add(AccountItem.enrolled(
                AccountItem.key(firm, principal), confirmedEnrolment.account(), confirmedEnrolment.proven(), now));
        writes.addAll(events.of(
                AuditType.TOTP_ENROLLED, MailKind.TOTP_ENROLLED, confirmedEnrolment.about(), requestSource, now));
        return Decision.commit(writes, new VerifyOutcome.Enrolled(opened.grant(), codes.codes()));
    }
}
