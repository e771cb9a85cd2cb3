package dev.latchkey.account;

import dev.latchkey.account.LoginReader.LoginContext;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.FailedLogins;
import dev.latchkey.throttling.FailedLogins.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records a failed login and counts it, for its source too unless the device is known, in one transaction, the same for every
 * cause. Where others filled the
 * source's hour while this one was judged, it is recorded all the same, and the caller told to wait.
 */
public final class RejectLogin {

    private final Table table;
    private final AuditTrail audit;
    private final Clock clock;

    public RejectLogin(Table table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    LoginOutcome refuse(LoginAttempt attempt, LoginContext context, PasswordTry wrong) {
        boolean known = context.devices().knows(attempt.tag(), clock.instant());
        if (known) {
            table.commit(writes(attempt, context, wrong, clock.instant()));
            return new LoginOutcome.Refused();
        }
        FailedLogins source = attempt.source();
        LoginOutcome first =
                refuseOnce(attempt, context, wrong, context.stored().get(source.key()));
        return first != null
                ? first
                : table.resolve(() -> refuseOnce(
                        attempt,
                        context,
                        wrong,
                        table.read(List.of(source.key())).get(source.key())));
    }

    private @Nullable LoginOutcome refuseOnce(
            LoginAttempt attempt, LoginContext context, PasswordTry wrong, @Nullable Item failures) {
        Instant now = clock.instant();
        List<Write> writes = writes(attempt, context, wrong, now);
        return switch (attempt.source().judge(failures, now)) {
            case Decision.Full(Duration retryAfter) -> {
                table.commit(writes);
                yield new LoginOutcome.TooMany(retryAfter);
            }
            case Decision.Free(Write count) -> {
                writes.add(count);
                yield table.commit(writes) == Commit.DONE ? new LoginOutcome.Refused() : null;
            }
        };
    }

    private List<Write> writes(LoginAttempt attempt, LoginContext context, PasswordTry wrong, Instant now) {
        List<Write> writes = new ArrayList<>(wrong.fail());
        writes.add(audit.record(failed(attempt, context, now)));
        if (wrong.locksEverybody() && context.account() != null) {
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
                attempt.credentials().firm(),
                now,
                type,
                AuditEvent.Outcome.REFUSED,
                new Actor(Actor.Kind.CLIENT, actor),
                Concerned.of(context.address()),
                attempt.requestSource(),
                detail);
    }
}
