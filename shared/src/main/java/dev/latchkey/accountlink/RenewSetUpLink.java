package dev.latchkey.accountlink;

import dev.latchkey.accountlink.AccountLinks.AccountLinkLookup;
import dev.latchkey.accountlink.AccountLinks.PresentedAccountLink;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.MailPriority;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.ClientMailLimits;
import dev.latchkey.throttling.ClientMailLimits.Allowance;
import dev.latchkey.throttling.MailCategory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends a new set-up link to the address that one was mailed to, whatever its state, and to no other address. Whether the
 * address may still have one is checked when the mail is made. The answer is the same in every case, for an unknown token too.
 * It reads twice, because the first read tells whether the limits count the address: an invented token takes nothing from its
 * allowance.
 */
public final class RenewSetUpLink {

    /** The answer to the client. */
    public sealed interface Renewal {

        /** Whether or not a mail goes out. */
        record Accepted() implements Renewal {}

        /** Too many requests from this source, or in the firm. */
        record TooMany(Duration retryAfter) implements Renewal {}
    }

    private final Table table;
    private final AccountLinks links;
    private final NewAccountLinks newLinks;
    private final Clock clock;

    public RenewSetUpLink(Table table, Randomness randomness, NotBefore notBefore, Clock clock) {
        this.table = table;
        this.links = new AccountLinks(table, notBefore, clock);
        this.newLinks = new NewAccountLinks(randomness);
        this.clock = clock;
    }

    public Renewal renew(AccountToken token, RequestSource requestSource) {
        return table.decide(() -> decide(token, requestSource));
    }

    private Decision<Renewal> decide(AccountToken token, RequestSource requestSource) {
        FirmId firm = token.id().firm();
        AccountLinkLookup lookup = links.look(token, AccountLinkPurpose::setsUp);
        PresentedAccountLink old = lookup == null ? null : lookup.presented().orElse(null);
        Principal address = old == null
                ? Principal.ofNobody(token.id().text())
                : old.link().id().address();
        Key invitation = Invitation.key(firm, address);
        ClientMailLimits limits = ClientMailLimits.of(MailCategory.RENEWED_LINK, firm, address, requestSource);
        List<Key> keys = new ArrayList<>(limits.keys());
        keys.addAll(List.of(Firm.key(firm), invitation));
        ItemBatch stored = table.read(keys);
        if (lookup == null) {
            return Decision.answer(new Renewal.Accepted());
        }
        Instant now = clock.instant();
        return switch (limits.judge(stored, now)) {
            case Allowance.Refused(Duration retryAfter) -> Decision.answer(new Renewal.TooMany(retryAfter));
            case Allowance.Silent(List<Write> counts) -> accept(counts);
            case Allowance.Granted(List<Write> counts) -> {
                List<Write> writes = new ArrayList<>(counts);
                if (old != null) {
                    writes.addAll(link(old, valid(old, Invitation.read(stored.get(invitation))), requestSource, now));
                }
                yield accept(writes);
            }
        };
    }

    /** A new invitation in place of one that is valid, which staff see; in place of any other link one as of a sign-up. */
    private List<Write> link(
            PresentedAccountLink old, @Nullable Invitation invitation, RequestSource requestSource, Instant now) {
        AccountLinkId id = old.link().id();
        AccountLinkPurpose purpose = invitation == null ? AccountLinkPurpose.SIGN_UP : AccountLinkPurpose.INVITATION;
        List<Write> writes = new ArrayList<>(newLinks.mailed(
                newLinks.link(purpose, id.firm(), id.address(), now), MailPriority.INTERACTIVE, requestSource));
        if (invitation != null) {
            writes.add(invitation.renewed(id.firm(), id.address(), now));
        }
        return writes;
    }

    /** {@code null} for any other link, and if the invitation was revoked, the address left its contact or has an account. */
    private static @Nullable Invitation valid(PresentedAccountLink old, @Nullable Invitation sent) {
        boolean invited = old.link().purpose() == AccountLinkPurpose.INVITATION
                && old.context().account() == null;
        return sent != null && invited && sent.isOf(old.context().address()) ? sent : null;
    }

    private static Decision<Renewal> accept(List<Write> writes) {
        Renewal accepted = new Renewal.Accepted();
        return writes.isEmpty() ? Decision.answer(accepted) : Decision.commit(writes, accepted);
    }
}
