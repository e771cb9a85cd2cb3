package dev.latchkey.magiclink;

import dev.latchkey.attempts.ClientMailLimits;
import dev.latchkey.attempts.ClientMailLimits.Allowance;
import dev.latchkey.attempts.MailSort;
import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.Scope;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client asks for a link to sign in with. Whose the address is, and whether mail may go there, is not looked up here at
 * all but when the mail is made; so nothing that the asker sees, and not the work, depends on it. The asker is told the link's
 * id, so that the code of its mail can be typed where it was asked for; where no mail goes out there is a link all the same.
 * One read, one transaction.
 */
public final class RequestSignInLink {

    private final Table table;
    private final NewLinks links;
    private final Clock clock;

    public RequestSignInLink(Table table, Randomness randomness, Clock clock) {
        this.table = table;
        this.links = new NewLinks(randomness);
        this.clock = clock;
    }

    public AskOutcome ask(FirmId firm, Email email, Origin origin) {
        return table.resolve(() -> askOnce(firm, Holder.of(firm, email), origin));
    }

    private @Nullable AskOutcome askOnce(FirmId firm, Holder address, Origin origin) {
        ClientMailLimits limits = ClientMailLimits.of(MailSort.SIGN_IN_LINK, firm, address, origin);
        Key threadKey = LinkId.threadKey(firm, address, Scope.REQUESTS);
        List<Key> keys = new ArrayList<>(limits.keys());
        keys.add(Firm.key(firm));
        keys.add(threadKey);
        Snapshot stored = table.read(keys);
        if (stored.get(Firm.key(firm)) == null) {
            return new AskOutcome.NoFirm();
        }
        Instant now = clock.instant();
        MagicLink link = links.toSignIn(firm, address, LinkThread.of(stored.get(threadKey)), now);
        return switch (limits.judge(stored, now)) {
            case Allowance.Refused(Duration retryAfter) -> new AskOutcome.TooMany(retryAfter);
            case Allowance.Silent(List<Write> counts) -> committed(link, links.unsent(link, counts, now));
            case Allowance.Granted(List<Write> counts) -> committed(link, links.signIn(link, counts, origin, now));
        };
    }

    private @Nullable AskOutcome committed(MagicLink link, List<Write> writes) {
        return table.commit(writes) == Commit.DONE ? new AskOutcome.AcceptedLink(link.id()) : null;
    }
}
