package dev.latchkey.access;

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
 * Staff take the second factor of an account away: its app, what waits to become one, recovery codes, temporary code, wrong
 * tries of all of them, and every session and half-finished login, also one whose code is being judged at this instant.
 * Address and password stay, nobody is let in, and nothing is told that was secret. Doing it again changes nothing, and is
 * not mailed again.
 */
public final class ResetAccess {

    private static final String ANSWER = "answer";

    private final Table table;
    private final SupportTargets orders;
    private final ActiveSessions sessions;
    private final AccountEvents events;
    private final Function<AccessReset, String> written;
    private final Clock clock;

    /**
     * Needs to write the answer out itself, because it is kept in the transaction.
     *
     * @param written how that is done
     */
    public ResetAccess(
            Table table,
            AccountEvents events,
            Function<AccessReset, String> written,
            NotBefore notBefore,
            Clock clock) {
        this.table = table;
        this.orders = new SupportTargets(table);
        this.sessions = new ActiveSessions(table, notBefore);
        this.events = events;
        this.written = written;
        this.clock = clock;
    }

    public RepairOutcome reset(SupportRequest order) {
        return table.decide(() -> decide(order));
    }

    private Decision<RepairOutcome> decide(SupportRequest order) {
        Instant now = clock.instant();
        return switch (orders.find(order, now)) {
            case SupportTarget.Refused(SupportRefusal why) -> Decision.answer(new RepairOutcome.Refused(why));
            case SupportTarget.Again(var answer) ->
                Decision.answer(new RepairOutcome.Done(Objects.requireNonNull(answer.get(ANSWER))));
            case SupportTarget.About about -> reset(order, about, now);
        };
    }

    private Decision<RepairOutcome> reset(SupportRequest order, SupportTarget.About about, Instant now) {
        Firm firm = about.contact().firm();
        Principal principal = about.told().address();
        int ended = sessions.of(
                        firm,
                        principal,
                        about.chosen().address(),
                        about.chosen().epoch(),
                        now)
                .size();
        List<Write> writes = new ArrayList<>(about.chosen().tries().ofCodes().forgiveAll());
        boolean changes = ended > 0 || about.chosen().authenticator() != null || !writes.isEmpty();
        writes.add(SessionEpoch.endAll(firm.id(), principal));
        writes.add(AuthenticatorItem.remove(AuthenticatorItem.key(firm.id(), principal)));
        writes.add(Write.delete(PendingEnrolment.key(firm.id(), principal)));
        writes.add(AccountItem.suggestEnrolment(AccountItem.key(firm.id(), principal)));
        writes.addAll(told(order, about, changes, now));
        String answer = written.apply(
                new AccessReset(about.affected(), about.chosen().address().contactCount(), ended));
        writes.addAll(Idempotency.kept(order.idempotency(), Map.of(ANSWER, answer), now));
        return Decision.commit(writes, new RepairOutcome.Done(answer));
    }

    private List<Write> told(SupportRequest order, SupportTarget.About about, boolean changes, Instant now) {
        Map<String, String> detail =
                Map.of("reason", Objects.requireNonNull(order.reason()), "change", changes ? "reset" : "none");
        Actor staff = order.sender().actor();
        return changes
                ? events.of(
                        AuditType.TOTP_RESET,
                        detail,
                        MailKind.TOTP_RESET,
                        null,
                        about.told(),
                        staff,
                        order.requestSource(),
                        now)
                : List.of(events.record(
                        AuditType.TOTP_RESET,
                        AuditEvent.Outcome.SUCCESS,
                        about.told(),
                        staff,
                        order.requestSource(),
                        now,
                        detail));
    }
}
