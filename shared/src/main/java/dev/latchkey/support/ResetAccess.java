package dev.latchkey.support;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditType;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.firm.Firm;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.ActiveSessions;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.PendingEnrolment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Staff remove the second factor of an account: authenticator, pending enrolment, recovery codes, temporary code and
 * counts of wrong codes. Every session and pending login ends, even a login whose code is being verified at the same
 * time. Address and password stay. The reset neither starts a session nor reveals a secret. A second reset changes
 * nothing and sends no mail.
 */
public final class ResetAccess {

    private static final String ANSWER = "answer";

    private final Table table;
    private final SupportTargets targets;
    private final ActiveSessions sessions;
    private final AccountEvents events;
    private final Function<AccessReset, String> serializer;
    private final Clock clock;

    /**
     * The answer is serialized here because it is stored in the same transaction.
     *
     * @param serializer serializes the answer
     */
    public ResetAccess(
            Table table,
            AccountEvents events,
            Function<AccessReset, String> serializer,
            NotBefore notBefore,
            Clock clock) {
        this.table = table;
        this.targets = new SupportTargets(table);
        this.sessions = new ActiveSessions(table, notBefore);
        this.events = events;
        this.serializer = serializer;
        this.clock = clock;
    }

    public SupportOutcome reset(SupportRequest request) {
        return table.decide(() -> decide(request));
    }

    private Decision<SupportOutcome> decide(SupportRequest request) {
        Instant now = clock.instant();
        return switch (targets.find(request, now)) {
            case SupportTarget.Refused(SupportRefusal why) -> Decision.answer(new SupportOutcome.Refused(why));
            case SupportTarget.Answered(var answer) ->
                Decision.answer(new SupportOutcome.Done(Objects.requireNonNull(answer.get(ANSWER))));
            case SupportTarget.About about -> reset(request, about, now);
        };
    }

    private Decision<SupportOutcome> reset(SupportRequest request, SupportTarget.About about, Instant now) {
        Firm firm = about.contact().firm();
        Principal principal = about.eventSubject().address();
        int ended = sessions.of(
                        firm,
                        principal,
                        about.chosen().address(),
                        about.chosen().epoch(),
                        now)
                .size();
        List<Write> writes = new ArrayList<>(about.chosen().attempts().ofCodes().forgiveAll());
        boolean changes = ended > 0 || about.chosen().authenticator() != null || !writes.isEmpty();
        writes.add(SessionEpoch.endAll(firm.id(), principal));
        writes.add(AuthenticatorItem.remove(AuthenticatorItem.key(firm.id(), principal)));
        writes.add(Write.delete(PendingEnrolment.key(firm.id(), principal)));
        writes.add(AccountItem.suggestEnrolment(AccountItem.key(firm.id(), principal)));
        writes.addAll(events(request, about, changes, now));
        String answer = serializer.apply(
                new AccessReset(about.affected(), about.chosen().address().contactCount(), ended));
        writes.addAll(Idempotency.kept(request.idempotency(), Map.of(ANSWER, answer), now));
        return Decision.commit(writes, new SupportOutcome.Done(answer));
    }

    private List<Write> events(SupportRequest request, SupportTarget.About about, boolean changes, Instant now) {
        Map<String, String> detail =
                Map.of("reason", Objects.requireNonNull(request.reason()), "change", changes ? "reset" : "none");
        Actor staff = request.sender().actor();
        return changes
                ? events.of(
                        AuditType.TOTP_RESET,
                        detail,
                        MailKind.TOTP_RESET,
                        null,
                        about.eventSubject(),
                        staff,
                        request.requestSource(),
                        now)
                : List.of(events.record(
                        AuditType.TOTP_RESET,
                        AuditEvent.Outcome.SUCCESS,
                        about.eventSubject(),
                        staff,
                        request.requestSource(),
                        now,
                        detail));
    }
}
