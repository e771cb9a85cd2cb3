package dev.latchkey.account;

import dev.latchkey.account.LoginReader.Found;
import dev.latchkey.attempts.FailedLogins;
import dev.latchkey.attempts.FailedLogins.Verdict;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
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
public final class RefuseLogin {

    private final Table table;
    private final AuditTrail audit;
    private final Clock clock;

    public RefuseLogin(Table table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    LoginOutcome refuse(Attempt attempt, Found found, PasswordTry wrong) {
        boolean known = found.devices().knows(attempt.tag(), clock.instant());
        if (known) {
            table.commit(writes(attempt, found, wrong, clock.instant()));
            return new LoginOutcome.Refused();
        }
        FailedLogins source = attempt.source();
        LoginOutcome first = refuseOnce(attempt, found, wrong, found.stored().get(source.key()));
        return first != null
                ? first
                : table.resolve(() -> refuseOnce(
                        attempt, found, wrong, table.read(List.of(source.key())).get(source.key())));
    }

    private @Nullable LoginOutcome refuseOnce(
            Attempt attempt, Found found, PasswordTry wrong, @Nullable Item failures) {
        Instant now = clock.instant();
        List<Write> writes = writes(attempt, found, wrong, now);
        return switch (attempt.source().judge(failures, now)) {
            case Verdict.Full(Duration retryAfter) -> {
                table.commit(writes);
                yield new LoginOutcome.TooMany(retryAfter);
            }
            case Verdict.Free(Write count) -> {
                writes.add(count);
                yield table.commit(writes) == Commit.DONE ? new LoginOutcome.Refused() : null;
            }
        };
    }

    private List<Write> writes(Attempt attempt, Found found, PasswordTry wrong, Instant now) {
        List<Write> writes = new ArrayList<>(wrong.fail());
        writes.add(audit.record(failed(attempt, found, now)));
        if (wrong.locksEverybody() && found.account() != null) {
            writes.add(audit.record(locked(attempt, found, now)));
        }
        return writes;
    }

    private static AuditEvent failed(Attempt attempt, Found found, Instant now) {
        return event(AuditType.SIGN_IN_FAILED, attempt, found, now, Map.of("reason", reason(found)));
    }

    private static AuditEvent locked(Attempt attempt, Found found, Instant now) {
        return event(AuditType.ACCOUNT_LOCKED, attempt, found, now, Map.of("step", "password"));
    }

    private static String reason(Found found) {
        if (found.account() == null) {
            return "no-account";
        }
        return found.isUsable() ? "wrong-password" : "not-usable";
    }

    private static AuditEvent event(
            AuditType type, Attempt attempt, Found found, Instant now, Map<String, String> detail) {
        Account account = found.account();
        String actor = account == null ? "unknown" : account.subject();
        return new AuditEvent(
                attempt.credentials().firm(),
                now,
                type,
                AuditEvent.Outcome.REFUSED,
                new Actor(Actor.Kind.CLIENT, actor),
                Concerned.of(found.address()),
                attempt.origin(),
                detail);
    }
}
