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
 * Turns a pending enrolment into an authenticator with ten recovery codes, and signs its owner in. The same transaction
 * ends every earlier session and pending login of the address, including the one that began the enrolment, and spends
 * the confirming code.
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
            ConfirmedEnrolment enrolment, long step, RequestSource requestSource, Instant now) {
        FirmId firm = enrolment.firm().id();
        Principal principal = enrolment.principal();
        String id = randomness.id();
        RecoveryCodes codes = RecoveryCodes.make(tags.of(firm, principal, id), randomness);
        Authenticator next = new Authenticator(id, enrolment.pending().sealedSecret(), now, step, codes.tags(), null);
        AccountSessions.StartedSession opened = sessions.open(
                new AuthenticationResult(
                        enrolment.firm(),
                        enrolment.address(),
                        enrolment.proven(),
                        Scope.PORTAL,
                        enrolment.marker().next(),
                        null,
                        next,
                        enrolment.device(requestSource),
                        enrolment.arrival(requestSource),
                        requestSource),
                now);
        List<Write> writes = new ArrayList<>(enrolment.spent());
        writes.addAll(opened.writes());
        writes.add(enrolment.pending().confirm(PendingEnrolment.key(firm, principal)));
        writes.add(AuthenticatorItem.replace(firm, principal, enrolment.before(), next));
        writes.add(SessionEpoch.endAll(firm, principal, enrolment.marker()));
        writes.add(
                AccountItem.enrolled(AccountItem.key(firm, principal), enrolment.account(), enrolment.proven(), now));
        writes.addAll(
                events.of(AuditType.TOTP_ENROLLED, MailKind.TOTP_ENROLLED, enrolment.about(), requestSource, now));
        return Decision.commit(writes, new VerifyOutcome.Enrolled(opened.grant(), codes.codes()));
    }
}
