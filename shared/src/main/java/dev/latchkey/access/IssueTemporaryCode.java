package dev.latchkey.access;

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
 * Staff issue a code for somebody whose phone is not at hand. It stands in for the app at one login within 24 hours; the
 * second factor stays on. A newer one takes its place. Costs one GenerateMac.
 */
public final class IssueTemporaryCode {

    private final Table table;
    private final SupportTargets orders;
    private final RecoveryCodeMac tags;
    private final AccountEvents events;
    private final Randomness randomness;
    private final Clock clock;

    public IssueTemporaryCode(
            Table table, RecoveryCodeMac tags, AccountEvents events, Randomness randomness, Clock clock) {
        this.table = table;
        this.orders = new SupportTargets(table);
        this.tags = tags;
        this.events = events;
        this.randomness = randomness;
        this.clock = clock;
    }

    public TemporaryCodeOutcome issue(SupportRequest order) {
        return table.decide(() -> decide(order));
    }

    private Decision<TemporaryCodeOutcome> decide(SupportRequest order) {
        Instant now = clock.instant();
        return switch (orders.find(order, now)) {
            case SupportTarget.Refused(SupportRefusal why) -> Decision.answer(new TemporaryCodeOutcome.Refused(why));
            case SupportTarget.Again again -> Decision.answer(new TemporaryCodeOutcome.AlreadyIssued());
            case SupportTarget.About about -> {
                Authenticator authenticator = about.chosen().authenticator();
                yield authenticator == null
                        ? Decision.answer(new TemporaryCodeOutcome.NotEnrolled())
                        : issue(order, about, authenticator, now);
            }
        };
    }

    private Decision<TemporaryCodeOutcome> issue(
            SupportRequest order, SupportTarget.About about, Authenticator authenticator, Instant now) {
        FirmId firm = about.told().firm();
        Principal principal = about.told().address();
        RecoveryCode code = RecoveryCode.random(randomness);
        String tag = tags.of(firm, principal, authenticator.id()).tag(code);
        Instant end = now.plus(Authenticator.Temporary.LIFE);
        List<Write> writes = new ArrayList<>();
        writes.add(AuthenticatorItem.issue(AuthenticatorItem.key(firm, principal), authenticator, tag, end));
        writes.addAll(events.of(
                AuditType.TEMPORARY_CODE_ISSUED,
                Map.of("reason", Objects.requireNonNull(order.reason())),
                MailKind.TEMPORARY_CODE_ISSUED,
                null,
                about.told(),
                order.sender().actor(),
                order.requestSource(),
                now));
        writes.addAll(Idempotency.kept(order.idempotency(), Map.of("issued", "yes"), now));
        return Decision.commit(writes, new TemporaryCodeOutcome.Issued(code, end));
    }
}
