package dev.latchkey.login;

import dev.latchkey.account.Account;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.login.LoginReader.LoginContext;
import dev.latchkey.password.PasswordAttempt;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.FailedLogins;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Records a failed login and counts it in one transaction, the same for every cause. It also counts for its source, unless the
 * device is known. If the limit of the source was reached meanwhile, the failure is still recorded, and the client has to wait.
 */
public final class RejectLogin {

    private final AuditTrail audit;

    public RejectLogin(AuditTrail audit) {
        this.audit = audit;
    }

    /** @param failures the item of the failed logins of the source, as it was read last */
    Decision<LoginOutcome> reject(
            LoginAttempt attempt, LoginContext context, PasswordAttempt wrong, ItemBatch failures, Instant now) {
        List<Write> writes = writes(attempt, context, wrong, now);
        if (context.devices().knows(attempt.tag(), now)) {
            return recordAndAnswer(writes, new LoginOutcome.Refused());
        }
        FailedLogins source = attempt.source();
        return switch (source.judge(failures.get(source.key()), now)) {
            case FailedLogins.Decision.Full(Duration retryAfter) ->
                recordAndAnswer(writes, new LoginOutcome.TooMany(retryAfter));
            case FailedLogins.Decision.Free(Write count) -> {
                writes.add(count);
                yield Decision.commit(writes, new LoginOutcome.Refused());
            }
        };
    }

    /** The answer is the same if the writes fail. */
    private static Decision<LoginOutcome> recordAndAnswer(List<Write> writes, LoginOutcome answer) {
        return Decision.commit(writes, answer, () -> Decision.answer(answer));
    }

    private List<Write> writes(LoginAttempt attempt, LoginContext context, PasswordAttempt wrong, Instant now) {
        List<Write> writes = new ArrayList<>(wrong.fail());
        writes.add(audit.record(failed(attempt, context, now)));
        if (wrong.locksAddress() && context.account() != null) {
            writes.add(audit.record(locked(attempt, context, now)));
        }
        return writes;
    }

    private static AuditEvent failed(LoginAttempt attempt, LoginContext context, Instant now) {
        return event(AuditType.SIGN_IN_FAILED, attempt, context, now, Map.of("reason", reason(context)));
    }

    private static AuditEvent locked(LoginAttempt attempt, LoginContext context, Instant now) {
        return event(AuditType.ACCOUNT_LOCKED, attempt, context, now, Map.of("step", "password"));
    }

    private static String reason(LoginContext context) {
        if (context.account() == null) {
            return "no-account";
        }
        return context.isUsable() ? "wrong-password" : "not-usable";
    }

    private static AuditEvent event(
            AuditType type, LoginAttempt attempt, LoginContext context, Instant now, Map<String, String> detail) {
        Account account = context.account();
        String actor = account == null ? "unknown" : account.subject();
        return new AuditEvent(
                attempt.request().firm(),
                now,
                type,
                AuditEvent.Outcome.REFUSED,
                new Actor(Actor.Kind.CLIENT, actor),
                Concerned.of(context.address()),
                attempt.requestSource(),
                detail);
    }
}
