package dev.latchkey.accountlink;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.accountlink.AccountLinks.AccountLinkContext;
import dev.latchkey.accountlink.AccountLinks.AccountLinkLookup;
import dev.latchkey.accountlink.AccountLinks.PresentedAccountLink;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Email;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.mail.MailKind;
import dev.latchkey.password.NewPasswords;
import dev.latchkey.password.Password;
import dev.latchkey.password.PasswordBudgets;
import dev.latchkey.password.PasswordHashing;
import dev.latchkey.password.PasswordRejection;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Replaces a forgotten password by a mailed link. It signs nobody in, ends every session and pending login of the address, and
 * clears the lock of passwords, but no lock of codes.
 */
public final class ResetPassword {

    private final Table table;
    private final AccountLinks links;
    private final NewPasswords passwords;
    private final PasswordHashing hashing;
    private final AccountEvents events;
    private final Clock clock;

    public ResetPassword(
            Table table,
            NewPasswords passwords,
            PasswordHashing hashing,
            AccountEvents events,
            NotBefore notBefore,
            Clock clock) {
        this.table = table;
        this.links = new AccountLinks(table, notBefore, clock);
        this.passwords = passwords;
        this.hashing = hashing;
        this.events = events;
        this.clock = clock;
    }

    public ResetOutcome reset(AccountToken token, Password chosen, RequestSource requestSource) {
        NewPasswords.Candidate candidate = passwords.candidate(chosen);
        return table.decide(() -> decide(token, candidate, requestSource));
    }

    private Decision<ResetOutcome> decide(
            AccountToken token, NewPasswords.Candidate chosen, RequestSource requestSource) {
        Instant now = clock.instant();
        AccountLinkLookup lookup = links.find(token, AccountLinkPurpose.RESET::equals);
        LinkRefusal refusal = LinkRefusal.of(lookup, now);
        if (refusal != null) {
            return Decision.answer(new ResetOutcome.NoLink(refusal));
        }
        PresentedAccountLink presented =
                Objects.requireNonNull(lookup).presented().orElseThrow();
        AccountLinkContext context = presented.context();
        Email email = Objects.requireNonNull(context.address().email());
        Optional<PasswordRejection> rejected = chosen.judge(context.firm(), email);
        if (rejected.isPresent()) {
            return Decision.answer(new ResetOutcome.Rejected(rejected.get()));
        }
        String hash = hashing.hash(chosen.password());
        return Decision.commit(writes(presented, hash, requestSource, now), new ResetOutcome.Done());
    }

    private List<Write> writes(PresentedAccountLink presented, String hash, RequestSource requestSource, Instant now) {
        AccountLinkId id = presented.link().id();
        AccountLinkContext context = presented.context();
        Account account = Objects.requireNonNull(context.account());
        Key key = AccountItem.key(id.firm(), id.address());
        List<Write> writes = new ArrayList<>();
        writes.add(AccountItem.resetPassword(key, account, hash));
        writes.add(AccountLinkItem.use(presented.link(), now));
        writes.add(SessionEpoch.endAll(id.firm(), id.address()));
        writes.addAll(context.address().checkStands());
        Write unlock = PasswordBudgets.of(id.firm(), id.address()).forgiveAll(context.attempts());
        if (unlock != null) {
            writes.add(unlock);
        }
        writes.add(KnownDevices.clear(id.firm(), id.address(), now));
        writes.addAll(events.of(
                AuditType.PASSWORD_RESET,
                MailKind.PASSWORD_RESET,
                AccountEvents.About.of(id.address(), context.address()),
                requestSource,
                now));
        return writes;
    }
}
