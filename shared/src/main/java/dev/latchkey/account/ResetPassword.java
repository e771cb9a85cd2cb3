package dev.latchkey.account;

import dev.latchkey.account.AccountLinks.Around;
import dev.latchkey.account.AccountLinks.Found;
import dev.latchkey.account.AccountLinks.Opened;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Email;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new password in the place of a forgotten one, by a mailed link. It signs nobody in, ends every session and
 * half-finished login of the address, and clears the lock of the password step, never that of another.
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

    public ResetOutcome reset(AccountToken token, Password chosen, Origin origin) {
        NewPasswords.Candidate candidate = passwords.candidate(chosen);
        return table.resolve(() -> resetOnce(token, candidate, origin));
    }

    private @Nullable ResetOutcome resetOnce(AccountToken token, NewPasswords.Candidate chosen, Origin origin) {
        Instant now = clock.instant();
        Found found = links.find(token, Purpose.RESET::equals);
        LinkRefusal refusal = LinkRefusal.of(found, now);
        if (refusal != null) {
            return new ResetOutcome.NoLink(refusal);
        }
        Opened opened = Objects.requireNonNull(found).opened().orElseThrow();
        Around around = opened.around();
        Email email = Objects.requireNonNull(around.address().email());
        Optional<Rejection> rejected = chosen.judge(around.firm(), email);
        if (rejected.isPresent()) {
            return new ResetOutcome.Rejected(rejected.get());
        }
        List<Write> writes = writes(opened, hashing.hash(chosen.password()), origin, now);
        return table.commit(writes) == Commit.DONE ? new ResetOutcome.Done() : null;
    }

    private List<Write> writes(Opened opened, String hash, Origin origin, Instant now) {
        AccountLinkId id = opened.link().id();
        Around around = opened.around();
        Account account = Objects.requireNonNull(around.account());
        Key key = AccountItem.key(id.firm(), id.address());
        List<Write> writes = new ArrayList<>();
        writes.add(AccountItem.resetPassword(key, account, hash));
        writes.add(AccountLinkItem.use(opened.link(), now));
        writes.add(SessionEpoch.endAll(id.firm(), id.address()));
        writes.addAll(around.address().checkStands());
        Write unlock = PasswordTries.of(id.firm(), id.address()).forgiveAll(around.tries());
        if (unlock != null) {
            writes.add(unlock);
        }
        writes.add(KnownDevices.clear(id.firm(), id.address(), now));
        writes.addAll(events.of(
                AuditType.PASSWORD_RESET,
                MailKind.PASSWORD_RESET,
                AccountEvents.About.of(id.address(), around.address()),
                origin,
                now));
        return writes;
    }
}
