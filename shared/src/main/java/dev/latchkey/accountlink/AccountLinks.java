package dev.latchkey.accountlink;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountItem;
import dev.latchkey.accountlink.AccountLink.MailedSecret;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.Firm;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.throttling.AttemptBudget.Factor;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds a set-up or reset link and all that it is judged by, in one consistent read. */
final class AccountLinks {

    /**
     * What a link is judged by. It is there for an unknown link too.
     *
     * @param attempts the count of wrong passwords
     * @param devices that logged in at the address before
     * @param notBefore ends what was mailed earlier
     */
    record AccountLinkContext(
            Firm firm,
            Address address,
            @Nullable Account account,
            long epoch,
            @Nullable Item attempts,
            KnownDevices devices,
            NotBefore notBefore) {}

    /** A link that was presented by its token, with the mail that the token came in. */
    record PresentedAccountLink(AccountLink link, MailedSecret by, AccountLinkContext context) {

        /** Whether the address still has the binding that the link was first mailed with. */
        boolean stands() {
            AddressBinding mailed = link.binding();
            return mailed != null && mailed.holds(context.address().binding());
        }

        /** A set-up link needs an address without an account; a reset link the password of when it was mailed. */
        boolean fitsAccount() {
            Account account = context.account();
            return (account == null ? 0 : account.passwordVersion()) == link.passwordVersion();
        }

        /** Whether another link was used since it was mailed. Only such links create accounts. */
        boolean wasOvertaken() {
            Account account = context.account();
            return account != null && (link.purpose().setsUp() || account.resetVersion() > link.passwordVersion());
        }
    }

    /** What was found for a token. */
    record AccountLinkLookup(AccountLinkContext context, Optional<PresentedAccountLink> presented) {}

    private final Table table;
    private final NotBefore notBefore;
    private final Clock clock;

    AccountLinks(Table table, NotBefore notBefore, Clock clock) {
        this.table = table;
        this.notBefore = notBefore;
        this.clock = clock;
    }

    /**
     * {@code null} where the firm is unknown. The items of a batch may be of different instants. If the account is there and
     * the link is not used, this link may have created it just now, so all is read once more.
     *
     * @param wanted the purposes that are accepted
     */
    @Nullable
    AccountLinkLookup find(AccountToken token, Predicate<AccountLinkPurpose> wanted) {
        AccountLinkLookup first = look(token, wanted);
        boolean inconsistent = first != null
                && first.presented()
                        .filter(presented -> presented.link().usedAt() == null && !presented.fitsAccount())
                        .isPresent();
        return inconsistent ? look(token, wanted) : first;
    }

    /** The same in one read, for inspection. While the account is created, its link may look superseded for a moment. */
    @Nullable
    AccountLinkLookup look(AccountToken token, Predicate<AccountLinkPurpose> wanted) {
        AccountLinkId id = token.id();
        Key attempts =
                AttemptBudget.of(Factor.PASSWORD, id.firm(), id.address()).key();
        Key account = AccountItem.key(id.firm(), id.address());
        Key address = AddressItem.key(id.firm(), id.address());
        Key epoch = SessionEpoch.key(id.firm(), id.address());
        Key devices = KnownDevices.key(id.firm(), id.address());
        ItemBatch stored = table.read(id.key(), account, address, epoch, attempts, devices, Firm.key(id.firm()));
        Firm firm = Firm.read(id.firm(), stored, clock.instant());
        if (firm == null) {
            return null;
        }
        AccountLinkContext context = new AccountLinkContext(
                firm,
                AddressItem.read(id.firm(), stored.get(address)),
                AccountItem.read(stored.get(account)),
                SessionEpoch.of(stored.get(epoch)),
                stored.get(attempts),
                KnownDevices.read(devices, stored.get(devices)),
                notBefore);
        boolean fits = wanted.test(id.purpose());
        return new AccountLinkLookup(
                context, fits ? presented(token, stored.get(id.key()), context) : Optional.empty());
    }

    private static Optional<PresentedAccountLink> presented(
            AccountToken token, @Nullable Item item, AccountLinkContext context) {
        if (item == null) {
            return Optional.empty();
        }
        AccountLink link = AccountLinkItem.read(token.id(), item);
        return link.sendingOf(token).map(by -> new PresentedAccountLink(link, by, context));
    }
}
