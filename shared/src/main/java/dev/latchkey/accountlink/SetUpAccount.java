package dev.latchkey.accountlink;

import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.account.AccountSessions;
import dev.latchkey.account.AccountSessions.AuthenticationResult;
import dev.latchkey.accountlink.AccountLinks.AccountLinkContext;
import dev.latchkey.accountlink.AccountLinks.AccountLinkLookup;
import dev.latchkey.accountlink.AccountLinks.PresentedAccountLink;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Address;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.device.Arrival;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.AccessDecision;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.AccountState;
import dev.latchkey.mail.MailKind;
import dev.latchkey.password.NewPasswords;
import dev.latchkey.password.Password;
import dev.latchkey.password.PasswordHashing;
import dev.latchkey.password.PasswordRejection;
import dev.latchkey.session.NewChallenge;
import dev.latchkey.session.RevocationMarker;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates an account by a set-up link and a chosen password, and signs its owner in. One read, one hash, one Sign and one
 * transaction, which uses up the link: of twenty requests at once one creates the account.
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

    public SetUpOutcome setUp(AccountToken token, Password chosen, RequestSource requestSource) {
        NewPasswords.Candidate candidate = passwords.candidate(chosen);
        return table.decide(() -> decide(token, candidate, requestSource));
    }

    private Decision<SetUpOutcome> decide(
            AccountToken token, NewPasswords.Candidate chosen, RequestSource requestSource) {
        Instant now = clock.instant();
        AccountLinkLookup lookup = links.find(token, AccountLinkPurpose::setsUp);
        LinkRefusal refusal = LinkRefusal.of(lookup, now);
        if (refusal != null) {
            return Decision.answer(new SetUpOutcome.NoLink(refusal));
        }
        PresentedAccountLink presented =
                Objects.requireNonNull(lookup).presented().orElseThrow();
        AccountLinkContext context = presented.context();
        Optional<PasswordRejection> rejected = chosen.judge(
                context.firm(), Objects.requireNonNull(context.address().email()));
        if (rejected.isPresent()) {
            return Decision.answer(new SetUpOutcome.Rejected(rejected.get()));
        }
        String hash = hashing.hash(chosen.password());
        return context.firm().decision(AccessRequest.SET_UP_LINK, AccountState.NO_ACCOUNT) == AccessDecision.ENROLMENT
                ? enrolment(presented, hash, requestSource, now)
                : session(presented, hash, requestSource, now);
    }

    private Decision<SetUpOutcome> session(
            PresentedAccountLink presented, String hash, RequestSource requestSource, Instant now) {
        AccountLinkContext context = presented.context();
        AccountSessions.StartedSession session = sessions.open(
                AuthenticationResult.login(
                        context.firm(),
                        context.address(),
                        AMR,
                        marker(context),
                        arrival(presented, requestSource),
                        requestSource),
                now);
        List<Write> writes = account(presented, hash, requestSource, now);
        writes.addAll(session.writes());
        return Decision.commit(writes, new SetUpOutcome.SignedIn(session.grant()));
    }

    private Decision<SetUpOutcome> enrolment(
            PresentedAccountLink presented, String hash, RequestSource requestSource, Instant now) {
        AccountLinkId id = presented.link().id();
        NewChallenge challenge = NewChallenge.ofLogin(
                id.firm(),
                id.address(),
                AMR,
                marker(presented.context()),
                arrival(presented, requestSource).tag(),
                randomness,
                now);
        List<Write> writes = account(presented, hash, requestSource, now);
        writes.add(challenge.write());
        writes.addAll(presented.context().address().checkStands());
        return Decision.commit(writes, new SetUpOutcome.EnrolmentRequired(challenge.token()));
    }

    private List<Write> account(PresentedAccountLink presented, String hash, RequestSource requestSource, Instant now) {
        AccountLinkId id = presented.link().id();
        Address address = presented.context().address();
        List<Write> writes = new ArrayList<>();
        writes.add(AccountItem.create(id.firm(), id.address(), address.subject(), hash, now));
        writes.add(AccountLinkItem.use(presented.link(), now));
        writes.addAll(events.of(
                AuditType.ACCOUNT_CREATED,
                MailKind.ACCOUNT_CREATED,
                AccountEvents.About.of(id.address(), address),
                requestSource,
                now));
        return writes;
    }

    private static Arrival arrival(PresentedAccountLink presented, RequestSource requestSource) {
        String tag = KnownDevices.tag(presented.link().id().address(), requestSource.device());
        return new Arrival(presented.context().devices(), tag);
    }

    private static RevocationMarker marker(AccountLinkContext context) {
        return new RevocationMarker(context.epoch(), context.firm().settingsVersion());
    }
}
