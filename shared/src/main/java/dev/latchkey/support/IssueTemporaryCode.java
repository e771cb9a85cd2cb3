package dev.latchkey.support;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.audit.AuditType;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailKind;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.RecoveryCode;
import dev.latchkey.totp.RecoveryCodeMac;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Staff issue a temporary code for a client who has no access to the authenticator app. It replaces the app's code at
 * one login within 24 hours. The second factor stays on. A new code replaces the previous one. Costs one GenerateMac.
 */
public final class IssueTemporaryCode {

    private final Table table;
    private final SupportTargets targets;
    private final RecoveryCodeMac codeMac;
    private final AccountEvents events;
    private final Randomness randomness;
    private final Clock clock;

    public IssueTemporaryCode(
            Table table, RecoveryCodeMac codeMac, AccountEvents events, Randomness randomness, Clock clock) {
        this.table = table;
        this.targets = new SupportTargets(table);
        this.codeMac = codeMac;
        this.events = events;
        this.randomness = randomness;
        this.clock = clock;
    }

    public TemporaryCodeOutcome issue(SupportRequest request) {
        return table.decide(() -> decide(request));
    }

    private Decision<TemporaryCodeOutcome> decide(SupportRequest request) {
        Instant now = clock.instant();
        return switch (targets.find(request, now)) {
            case SupportTarget.Refused(SupportRefusal why) -> Decision.answer(new TemporaryCodeOutcome.Refused(why));
            case SupportTarget.Answered earlier -> Decision.answer(new TemporaryCodeOutcome.AlreadyIssued());
            case SupportTarget.About about -> {
                Authenticator authenticator = about.chosen().authenticator();
                yield authenticator == null
                        ? Decision.answer(new TemporaryCodeOutcome.NotEnrolled())
                        : issue(request, about, authenticator, now);
            }
        };
    }

    private Decision<TemporaryCodeOutcome> issue(
            SupportRequest request, SupportTarget.About about, Authenticator authenticator, Instant now) {
        FirmId firm = about.eventSubject().firm();
        Principal principal = about.eventSubject().address();
        RecoveryCode code = RecoveryCode.random(randomness);
        String tag = codeMac.of(firm, principal, authenticator.id()).tag(code);
        Instant end = now.plus(Authenticator.Temporary.LIFE);
        List<Write> writes = new ArrayList<>();
        writes.add(AuthenticatorItem.issue(AuthenticatorItem.key(firm, principal), authenticator, tag, end));
        writes.addAll(events.of(
                AuditType.TEMPORARY_CODE_ISSUED,
                Map.of("reason", Objects.requireNonNull(request.reason())),
                MailKind.TEMPORARY_CODE_ISSUED,
                null,
                about.eventSubject(),
                request.sender().actor(),
                request.requestSource(),
                now));
        writes.addAll(Idempotency.kept(request.idempotency(), Map.of("issued", "yes"), now));
        return Decision.commit(writes, new TemporaryCodeOutcome.Issued(code, end));
    }
}
