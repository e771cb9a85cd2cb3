package dev.latchkey.accountlink;

import dev.latchkey.accountlink.AccountLinks.AccountLinkLookup;
import dev.latchkey.accountlink.AccountLinks.PresentedAccountLink;
import dev.latchkey.contact.Email;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.Firm;
import dev.latchkey.password.PasswordRules;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Tells a page the state of a set-up or reset link, its address and the password rules. It reads once and changes nothing:
 * mail scanners open links, and that must not use up the link.
 */
public final class InspectAccountLink {

    /** The answer to a token. */
    public sealed interface Inspection {

        /**
         * The link is there, whatever its state.
         *
         * @param email the address that the token was mailed to, so its owner knows it
         * @param shortestPassword in code points
         * @param endsAt when the link of this mail expires
         */
        record Told(AccountLinkState state, Firm firm, Email email, int shortestPassword, Instant endsAt)
                implements Inspection {}

        /** No such token, or one of another purpose. */
        record Unknown() implements Inspection {}

        /** The firm has login switched off. The answer is the same for every token. */
        record LoginOff() implements Inspection {}
    }

    private final AccountLinks links;
    private final Clock clock;

    public InspectAccountLink(Table table, NotBefore notBefore, Clock clock) {
        this.links = new AccountLinks(table, notBefore, clock);
        this.clock = clock;
    }

    public Inspection ofSetUp(AccountToken token) {
        return inspect(token, AccountLinkPurpose::setsUp);
    }

    public Inspection ofReset(AccountToken token) {
        return inspect(token, AccountLinkPurpose.RESET::equals);
    }

    private Inspection inspect(AccountToken token, Predicate<AccountLinkPurpose> wanted) {
        AccountLinkLookup lookup = links.look(token, wanted);
        if (lookup != null && lookup.context().firm().refusesAll(AccessRequest.SET_UP_LINK)) {
            return new Inspection.LoginOff();
        }
        PresentedAccountLink presented =
                lookup == null ? null : lookup.presented().orElse(null);
        return presented == null ? new Inspection.Unknown() : reply(presented, clock.instant());
    }

    private static Inspection reply(PresentedAccountLink presented, Instant now) {
        Firm firm = presented.context().firm();
        Email email = presented.context().address().email();
        return email == null
                ? new Inspection.Unknown()
                : new Inspection.Told(
                        AccountLinkState.of(presented, now),
                        firm,
                        email,
                        PasswordRules.shortest(firm),
                        presented.link().endOf(presented.by().at()));
    }
}
