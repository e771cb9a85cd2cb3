package dev.latchkey.account;

import dev.latchkey.account.AccountLinks.Around;
import dev.latchkey.account.AccountLinks.Found;
import dev.latchkey.account.AccountLinks.Opened;
import dev.latchkey.account.AccountSessions.Proven;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Address;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.Arrival;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.ClientState;
import dev.latchkey.firm.Credential;
import dev.latchkey.firm.Passage;
import dev.latchkey.mail.MailKind;
import dev.latchkey.session.Bond;
import dev.latchkey.session.NewChallenge;
import dev.latchkey.store.Commit;
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
 * Makes an account by a set-up link and a chosen password, and lets its owner in. One read, one hash, one Sign and one
 * transaction, which spends the link: of twenty at once one makes the account.
 */
public final class SetUpAccount {

    private static final List<String> AMR = List.of("email", "pwd");

    private final Table table;
    private final AccountLinks links;
    private final NewPasswords passwords;
    private final PasswordHashing hashing;
    private final AccountSessions sessions;
    private final AccountEvents events;
    private final Randomness randomness;
    private final Clock clock;

    public SetUpAccount(
            Table table,
            NewPasswords passwords,
            PasswordHashing hashing,
            AccountSessions sessions,
            AccountEvents events,
            Randomness randomness,
            NotBefore notBefore,
            Clock clock) {
        this.table = table;
        this.links = new AccountLinks(table, notBefore, clock);
        this.passwords = passwords;
        this.hashing = hashing;
        this.sessions = sessions;
        this.events = events;
        this.randomness = randomness;
        this.clock = clock;
    }

    public SetUpOutcome setUp(AccountToken token, Password chosen, Origin origin) {
        NewPasswords.Candidate candidate = passwords.candidate(chosen);
        return table.resolve(() -> setUpOnce(token, candidate, origin));
    }

    private @Nullable SetUpOutcome setUpOnce(AccountToken token, NewPasswords.Candidate chosen, Origin origin) {
        Instant now = clock.instant();
        Found found = links.find(token, Purpose::setsUp);
        LinkRefusal refusal = LinkRefusal.of(found, now);
        if (refusal != null) {
            return new SetUpOutcome.NoLink(refusal);
        }
        Opened opened = Objects.requireNonNull(found).opened().orElseThrow();
        Around around = opened.around();
        Optional<Rejection> rejected = chosen.judge(
                around.firm(), Objects.requireNonNull(around.address().email()));
        if (rejected.isPresent()) {
            return new SetUpOutcome.Rejected(rejected.get());
        }
        String hash = hashing.hash(chosen.password());
        return around.firm().passage(Credential.SET_UP_LINK, ClientState.NO_ACCOUNT) == Passage.ENROLMENT
                ? enrolment(opened, hash, origin, now)
                : session(opened, hash, origin, now);
    }

    private @Nullable SetUpOutcome session(Opened opened, String hash, Origin origin, Instant now) {
        Around around = opened.around();
        AccountSessions.Opened portal = sessions.open(
                Proven.login(around.firm(), around.address(), AMR, bond(around), arrival(opened, origin), origin), now);
        List<Write> writes = account(opened, hash, origin, now);
        writes.addAll(portal.writes());
        return table.commit(writes) == Commit.DONE ? new SetUpOutcome.SignedIn(portal.grant()) : null;
    }

    private @Nullable SetUpOutcome enrolment(Opened opened, String hash, Origin origin, Instant now) {
        AccountLinkId id = opened.link().id();
        NewChallenge challenge = NewChallenge.ofLogin(
                id.firm(),
                id.address(),
                AMR,
                bond(opened.around()),
                arrival(opened, origin).tag(),
                randomness,
                now);
        List<Write> writes = account(opened, hash, origin, now);
        writes.add(challenge.write());
        writes.addAll(opened.around().address().checkStands());
        return table.commit(writes) == Commit.DONE ? new SetUpOutcome.EnrolmentRequired(challenge.token()) : null;
    }

    private List<Write> account(Opened opened, String hash, Origin origin, Instant now) {
        AccountLinkId id = opened.link().id();
        Address address = opened.around().address();
        List<Write> writes = new ArrayList<>();
        writes.add(AccountItem.create(id.firm(), id.address(), address.subject(), hash, now));
        writes.add(AccountLinkItem.use(opened.link(), now));
        writes.addAll(events.of(
                AuditType.ACCOUNT_CREATED,
                MailKind.ACCOUNT_CREATED,
                AccountEvents.About.of(id.address(), address),
                origin,
                now));
        return writes;
    }

    private static Arrival arrival(Opened opened, Origin origin) {
        String tag = KnownDevices.tag(opened.link().id().address(), origin.device());
        return new Arrival(opened.around().devices(), tag);
    }

    private static Bond bond(Around around) {
        return new Bond(around.epoch(), around.firm().settingsVersion());
    }
}
