package dev.latchkey.magiclink;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.Scope;
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

/**
 * A client requests a link to sign in. Whose address it is, and whether it takes mail, is looked up only when the mail is
 * made, so neither the answer nor the work depends on it. The answer has the link's id, so that the code from the mail can be
 * typed where the link was requested. A link is created even if no mail is sent. One read, one transaction.
 */
public final class RequestSignInLink {

    private final Table table;
    private final LinkFactory links;
    private final Clock clock;

    public RequestSignInLink(Table table, Randomness randomness, Clock clock) {
        this.table = table;
        this.links = new LinkFactory(randomness);
        this.clock = clock;
    }

    public SignInLinkOutcome ask(FirmId firm, Email email, RequestSource requestSource) {
        return table.decide(() -> decide(firm, Principal.of(firm, email), requestSource));
    }

    private Decision<SignInLinkOutcome> decide(FirmId firm, Principal address, RequestSource requestSource) {
        Instant now = clock.instant();
        ClientMailLimits limits = ClientMailLimits.of(MailCategory.SIGN_IN_LINK, firm, address, requestSource);
        Key threadKey = LinkId.threadKey(firm, address, Scope.REQUESTS);
        List<Key> keys = new ArrayList<>(limits.keys());
        keys.add(Firm.key(firm));
        keys.add(threadKey);
        ItemBatch stored = table.read(keys);
        if (stored.get(Firm.key(firm)) == null) {
            return Decision.answer(new SignInLinkOutcome.NoFirm());
        }
        MagicLink link = links.toSignIn(firm, address, LinkSeries.of(stored.get(threadKey)), now);
        return switch (limits.judge(stored, now)) {
            case Allowance.Refused(Duration retryAfter) -> Decision.answer(new SignInLinkOutcome.TooMany(retryAfter));
            case Allowance.Silent(List<Write> counts) -> accepted(link, links.unsent(link, counts, now));
            case Allowance.Granted(List<Write> counts) ->
                accepted(link, links.signIn(link, counts, requestSource, now));
        };
    }

    private static Decision<SignInLinkOutcome> accepted(MagicLink link, List<Write> writes) {
        return Decision.commit(writes, new SignInLinkOutcome.AcceptedLink(link.id()));
    }
}
