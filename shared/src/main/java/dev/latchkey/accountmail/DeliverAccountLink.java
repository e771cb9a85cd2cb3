package dev.latchkey.accountmail;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountItem;
import dev.latchkey.accountlink.AccountLink;
import dev.latchkey.accountlink.AccountLink.MailedSecret;
import dev.latchkey.accountlink.AccountLinkId;
import dev.latchkey.accountlink.AccountLinkItem;
import dev.latchkey.accountlink.AccountLinkPurpose;
import dev.latchkey.accountlink.AccountToken;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Email;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.AccountState;
import dev.latchkey.firm.Firm;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.MailDispatcher;
import dev.latchkey.mail.Message;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.StoreUnavailable;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Mails a set-up link to an address on a contact without an account, or a reset link to the address of an account that can be
 * used. If the address can't have the link that was asked for, a mail says so instead. The secret is made here, and only the
 * mail has it in the clear. For all other addresses the calls are the same, except the one to the mail service.
 */
public final class DeliverAccountLink {

    private static final Duration SURELY_COMMITTED = Duration.ofMinutes(10);

    private final Table table;
    private final Randomness randomness;
    private final MailDispatcher dispatcher;
    private final AccountMail words;
    private final AuditTrail audit;
    private final Clock clock;

    public DeliverAccountLink(
            Table table,
            Randomness randomness,
            MailDispatcher dispatcher,
            AccountMail words,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.randomness = randomness;
        this.dispatcher = dispatcher;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    private record Facts(
            Firm firm, Address address, @Nullable Account account, AccountLink link) {

        /** The recipient of the link; {@code null} for none. */
        @Nullable
        Email to(Instant now) {
            return !isOver(now) && leads() && standsAsBefore() ? address.deliverable() : null;
        }

        /** The recipient of the mail that there is no link; {@code null} for none. */
        @Nullable
        Email toBeTold(Instant now) {
            boolean asked = link.purpose() != AccountLinkPurpose.INVITATION && link.binding() == null && !isOver(now);
            boolean loginOff = firm.refusesAll(link.purpose().accessRequest());
            return asked && !loginOff && !leads() ? address.deliverable() : null;
        }

        private boolean isOver(Instant now) {
            return !now.isBefore(link.endOf(now)) || link.usedAt() != null;
        }

        /** Whether the account is there for a reset or missing for a set-up, and the firm has login. */
        private boolean leads() {
            AccountState client = AccountState.of(address.binding() != null, account != null, false);
            return firm.decision(link.purpose().accessRequest(), client).leadsOn();
        }

        /** A link that was mailed before isn't mailed to a new owner of the address, nor for another password. */
        private boolean standsAsBefore() {
            AddressBinding mailed = link.binding();
            return mailed == null || (mailed.holds(address.binding()) && link.passwordVersion() == passwordVersion());
        }

        long passwordVersion() {
            return account == null ? 0 : account.passwordVersion();
        }
    }

    public Delivery deliver(OutgoingMail outgoing) {
        AccountLinkId id = AccountLinkId.parse(outgoing.reference()).orElseThrow();
        Key address = AddressItem.key(id.firm(), id.address());
        Key account = AccountItem.key(id.firm(), id.address());
        ItemBatch stored = table.read(id.key(), address, account, Firm.key(id.firm()));
        Instant now = clock.instant();
        Item item = stored.get(id.key());
        if (item == null && now.isBefore(outgoing.at().plus(SURELY_COMMITTED))) {
            throw new StoreUnavailable("the link of a mail is not there yet");
        }
        Firm firm = Firm.read(id.firm(), stored, now);
        if (item == null || firm == null) {
            return dispatcher.skip(outgoing);
        }
        Facts facts = new Facts(
                firm,
                AddressItem.read(id.firm(), stored.get(address)),
                AccountItem.read(stored.get(account)),
                AccountLinkItem.read(id, item));
        Email to = facts.to(now);
        return to == null ? tell(outgoing, facts, now) : mail(outgoing, facts, to, now);
    }

    private Delivery tell(OutgoingMail outgoing, Facts facts, Instant now) {
        Email to = facts.toBeTold(now);
        if (to == null) {
            return dispatcher.skip(outgoing);
        }
        Message told = words.noLink(outgoing, facts.firm(), to, facts.link().purpose());
        return dispatcher.send(outgoing, told, facts.address().checkTakesMail(), List.of());
    }

    private Delivery mail(OutgoingMail outgoing, Facts facts, Email to, Instant now) {
        AccountLink link = facts.link();
        AccountToken token = new AccountToken(link.id(), randomness.secret());
        AddressBinding binding = Objects.requireNonNull(facts.address().binding());
        List<Write> before = new ArrayList<>(facts.address().checkTakesMail());
        before.add(
                AccountLinkItem.mailing(link, new MailedSecret(now, token.hash()), binding, facts.passwordVersion()));
        List<Write> after = List.of(audit.record(event(outgoing, facts, now)));
        return dispatcher.send(outgoing, words.link(outgoing, facts.firm(), to, token, link.endOf(now)), before, after);
    }

    private static AuditEvent event(OutgoingMail outgoing, Facts facts, Instant now) {
        return new AuditEvent(
                facts.firm().id(),
                now,
                AuditType.LINK_SENT,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, facts.address().subject()),
                Concerned.of(facts.address()),
                outgoing.requestSource(),
                Map.of(
                        "kind",
                        facts.link().purpose().mail.tag(),
                        "mail",
                        outgoing.id().id()));
    }
}
